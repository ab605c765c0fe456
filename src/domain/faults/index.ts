import { INPUT_FAULT, JOB_FAULTS, PUBLISH_FAULTS, REPORT_FAULTS } from './bot.ts';
import { COMMAND_LINE_FAULTS } from './command-line.ts';
import { DEFECTS } from './defects.ts';
import { ENDPOINT_FAULTS } from './endpoint.ts';
import { EVIDENCE_FAULTS } from './evidence.ts';
import type { FaultText } from './family.ts';
import { GITHUB_FAULTS } from './github.ts';
import { GPU_FAULTS, NVML_FAULT } from './gpu.ts';
import { HUB_FAULTS } from './hub.ts';
import { METER_FAULTS } from './meter.ts';
import { MODEL_FAULTS } from './model.ts';
import { QUERY_FAULTS } from './queries.ts';
import { RESULTS_REPOSITORY_FAULTS } from './results-repository.ts';
import { RUN_FAULTS } from './run.ts';

export { PUBLISH_FAULTS, REPORT_FAULTS } from './bot.ts';

/** Everything that can end or refuse what this program was asked for, by what it is about. */
export const FAULTS: readonly FaultText[] = [
  ...REPORT_FAULTS,
  ...PUBLISH_FAULTS,
  ...JOB_FAULTS,
  ...GITHUB_FAULTS,
  ...RESULTS_REPOSITORY_FAULTS,
  ...EVIDENCE_FAULTS,
  ...MODEL_FAULTS,
  ...HUB_FAULTS,
  ...QUERY_FAULTS,
  ...ENDPOINT_FAULTS,
  ...RUN_FAULTS,
  ...METER_FAULTS,
  ...GPU_FAULTS,
  ...COMMAND_LINE_FAULTS,
  ...DEFECTS,
];

/** Codes of which a part is a name or a number. */
const PATTERNS: readonly { form: RegExp; fault: FaultText }[] = [
  { form: /^input-[a-z][a-z-]*$/, fault: INPUT_FAULT },
  { form: /^nvml-\d+$/, fault: NVML_FAULT },
];

/** What a fault's code in small letters means; null for one that is not known. */
export const faultText = (code: string): FaultText | null =>
  FAULTS.find((known) => known.code === code) ?? PATTERNS.find(({ form }) => form.test(code))?.fault ?? null;
