import { BUNDLE_FILES } from '../bundle/files.ts';
import { sha256 } from '../domain/canonical.ts';
import { type CheckInput, findingOf, skip } from '../domain/checks/check.ts';
import { parseRecord } from '../domain/checks/form.ts';
import { RECORD_CHECKS } from '../domain/checks/index.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Finding, Verdict } from '../domain/findings.ts';
import type { Result } from '../domain/generated/result.ts';
import { verdictOf } from '../domain/verdict.ts';
import { plotOf } from './plot.ts';

const PLOT = BUNDLE_FILES.plot;

export type CheckRequest = Omit<CheckInput, 'record'>;

export type CheckedResult = {
  verdict: Verdict;
  /** What failed, the gravest first. */
  reasons: Finding[];
  /** One finding per check, in the order of the registry. */
  findings: Finding[];
  /** The record; null when its form is broken. */
  record: Result | null;
};

const UNREADABLE = 'The record cannot be read.';

/** Runs every check on one result and gives the verdict. A record that cannot be read is invalid, its other checks skipped. */
export function checkResult(request: CheckRequest): CheckedResult {
  const { findings: form, record } = parseRecord(request.text);
  const evidence = request.evidence === null || record === null ? request.evidence : withPlotChecked(request.evidence, record);
  const rest = RECORD_CHECKS.map((check) =>
    findingOf(check, record === null ? skip(UNREADABLE) : check.run({ ...request, evidence, record }), record),
  );
  const findings = [...form, ...rest];
  return { ...verdictOf(findings, { scripted: record?.hardware.scripted ?? false }), findings, record };
}

/** The picture of the power is drawn again from record and trace: another one is damage, for people believe what they see. */
function withPlotChecked(evidence: Evidence, record: Result): Evidence {
  const held = evidence.manifest.files.find(({ path }) => path === PLOT);
  if (held === undefined) return evidence;
  const drawn = sha256(plotOf(record, [...evidence.trace, ...evidence.gpuTrace]));
  return drawn === held.sha256 ? evidence : { ...evidence, damage: [...evidence.damage, `${PLOT} is not the picture of this trace.`] };
}
