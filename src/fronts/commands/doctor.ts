import { loadTransformersJs } from '../../backends/embedded/transformers-js.ts';
import { PYTHON_VARIABLE, workerCommand } from '../../backends/worker-command.ts';
import { Fault, messageOf, operatorFault } from '../../domain/errors.ts';
import type { HardwareFinding, Purpose } from '../../domain/hardware/finding.ts';
import {
  cpuMeterFinding,
  gitFinding,
  nodeFinding,
  type RuntimeLook,
  runtimeFinding,
  sandboxFinding,
  type WorkerLook,
  workerFinding,
} from '../../domain/hardware/machine-findings.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { POWERCAP_FOLDER, raplMeters } from '../../energy/rapl.ts';
import { inventory } from '../../hardware/inventory.ts';
import { gitVersion, raplPresent, workerLibraries } from '../../hardware/software.ts';
import { renderFindings } from '../../render/machine-findings.ts';
import { openBubblewrap } from '../../sandbox/bubblewrap.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { readPolicy } from '../submissions-folder.ts';
import { doctorGitHub } from './doctor-github.ts';
import { type GpuLook, lookAtGpus } from './doctor-gpus.ts';

/** Looks at this machine as a benchmark would, and says what to mend. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at this machine: what it can measure, and what to mend.',
  arguments: '',
  options: {
    official: { type: 'boolean', description: 'Ask whether official results are possible here.' },
    policy: { type: 'string', placeholder: 'FILE', description: 'The policy that says what is official. Default: the built-in one.' },
    nvml: {
      type: 'string',
      placeholder: 'FILE',
      description: "NVIDIA's management library. Default: what AI_ENERGY_SCORE_NVML names, else where drivers put it.",
    },
    python: {
      type: 'string',
      placeholder: 'FILE',
      description: `The Python that has the worker's requirements. Default: what ${PYTHON_VARIABLE} names, else worker/.venv.`,
    },
    github: { type: 'boolean', description: 'Look at the two repositories of the bot on GitHub instead, with the token in GITHUB_TOKEN.' },
    repo: { type: 'string', placeholder: 'OWNER/NAME', description: 'The submissions repository; with --github.' },
    results: { type: 'string', placeholder: 'OWNER/NAME', description: 'The results repository; with --github.' },
    action: {
      type: 'string',
      placeholder: 'OWNER/NAME',
      description: "This program's repository, which the workflows should use; with --github.",
    },
    json: JSON_OPTION,
  },
  async run(context) {
    const [argument] = context.positionals;
    if (argument !== undefined) throw operatorFault(`doctor takes no argument, such as ${JSON.stringify(argument)}.`, { code: 'usage' });
    if (context.flag('github')) return doctorGitHub(context);
    const purpose: Purpose = context.flag('official') ? 'official' : 'any';
    const policyFile = context.text('policy');
    const policy = policyFile === undefined ? defaultPolicy() : await readPolicy(policyFile);
    const gpuLook = await lookAtGpus(purpose, policy, context.text('nvml'));
    const realGpus = (gpuLook.gpus?.devices ?? []).filter(({ scripted }) => !scripted).length;
    const backends = [
      runtimeFinding(await lookForRuntime()),
      workerFinding(await lookForWorker(context.text('python')), realGpus, purpose),
      sandboxFinding(await lookForSandbox(), purpose),
    ];
    const tools = [nodeFinding(process.versions.node), gitFinding(await gitVersion())];
    const findings = [...tools, ...backends, cpuMeters(), ...gpuLook.findings];
    const parts = [renderFindings(findings, { color: context.answerColor }), deviceLines(gpuLook), conclusion(findings, purpose, gpuLook)];
    context.answer(`${parts.filter((part) => part !== '').join('\n')}\n`);
    if (context.flag('json')) {
      const hardware = inventory(gpuLook.records);
      context.print(`${JSON.stringify({ findings, hardware, gpus: gpuLook.gpus }, null, 2)}\n`);
    }
    return findings.some(({ status }) => status === 'fail') ? 2 : 0;
  },
};

async function lookForRuntime(): Promise<RuntimeLook> {
  try {
    return { runtime: (await loadTransformersJs()).runtime };
  } catch (error) {
    const mend = error instanceof Fault ? error.mend : undefined;
    const message = error instanceof Fault ? error.message : `The library of the embedded backend cannot be loaded: ${messageOf(error)}.`;
    return { message, mend: mend ?? 'Install it again: npm install @huggingface/transformers' };
  }
}

async function lookForWorker(python: string | undefined): Promise<WorkerLook> {
  try {
    const { command } = workerCommand(python);
    const found = await workerLibraries(command);
    return 'complaint' in found
      ? { message: `${command}: ${found.complaint}`, mend: `Install its requirements: worker/README.md tells how.` }
      : { python: command, ...found };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { message: error.message, mend: error.mend ?? 'worker/README.md tells how to install it.' };
  }
}

/** bubblewrap alone is looked for: whether docker can be used depends on an image that a run names. */
async function lookForSandbox(): Promise<{ sandbox: string } | { message: string; mend: string }> {
  try {
    return { sandbox: (await openBubblewrap()).id };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { message: error.message, mend: `${error.mend ?? ''} docs/sandbox.md tells more, also of docker.`.trim() };
  }
}

function cpuMeters(): HardwareFinding {
  const rapl = raplMeters(() => performance.now() / 1000).map(({ description }) => description.device.replace(/^RAPL /, ''));
  const estimate = process.platform === 'linux' || process.platform === 'darwin';
  return cpuMeterFinding({ rapl, raplPresent: raplPresent(POWERCAP_FOLDER), estimate });
}

/** The GPUs with their UUIDs, which is how they are selected. */
const deviceLines = ({ gpus }: GpuLook): string =>
  (gpus?.devices ?? []).map(({ index, name, uuid }) => `GPU ${index}  ${name}  ${uuid}\n`).join('');

function conclusion(findings: readonly HardwareFinding[], purpose: Purpose, { gpus }: GpuLook): string {
  const failed = findings.filter(({ status }) => status === 'fail').length;
  const what = purpose === 'official' ? 'official results are' : 'benchmarks are';
  if (failed > 0) return `${failed} ${failed === 1 ? 'thing stands' : 'things stand'} in the way before ${what} possible here.`;
  if (purpose === 'official') return 'Official results are possible here.';
  return gpus === null ? 'Benchmarks can run here, on the CPU.' : 'Benchmarks can run here.';
}
