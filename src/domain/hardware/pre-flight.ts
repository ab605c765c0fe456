import type { Policy } from '../policy.ts';
import { boardForm, contradictions, isWholeModule } from './board.ts';
import { failure, type HardwareFinding, ok, type Purpose, unofficial, warning } from './finding.ts';
import type { GpuAtRest, GpuFacts } from './gpu-facts.ts';

/** A GPU at rest that is warmer than this, in degrees Celsius, was at work a moment ago or is cooled badly. */
const WARM_CELSIUS = 60;
/** A GPU at rest that computes more than this share of the time is not at rest. */
const BUSY_SHARE = 0.05;
const SLOWDOWNS = ['hw-slowdown', 'sw-thermal-slowdown', 'hw-thermal-slowdown', 'hw-power-brake-slowdown'] as const;

export type PreFlightRequest = {
  gpu: GpuFacts;
  atRest: GpuAtRest;
  purpose: Purpose;
  policy: Pick<Policy, 'official' | 'rehearsal'>;
};

/** Everything there is to say of one GPU before a run: what it is, how it is set, and whether it is left alone. */
export function preFlightFindings(request: PreFlightRequest): HardwareFinding[] {
  const who = `GPU ${request.gpu.index}`;
  return [...boardFindings(request, who), ...settingFindings(request, who), ...restFindings(request, who)];
}

function boardFindings({ gpu, purpose, policy }: PreFlightRequest, who: string): HardwareFinding[] {
  const bad = unofficial(purpose);
  const form = boardForm(gpu.name);
  const size = `${gpu.name}${form === null ? '' : ` (${form})`}, ${(gpu.memoryBytes / 2 ** 30).toFixed(0)} GiB`;
  const wrong = contradictions(gpu);
  const findings = [
    policy.official.gpus.includes(gpu.name)
      ? ok('gpu-sku', `${who} is ${size}: official hardware.`)
      : bad(
          'gpu-sku',
          `${who} is ${size}; official are ${policy.official.gpus.join(', ')}.`,
          'Results of it have a board of their own; for official ones use a GPU that the policy names.',
        ),
  ];
  if (wrong.length > 0) {
    findings.push(
      bad(
        'gpu-board',
        `${who} calls itself ${gpu.name}, but has ${wrong.join(' and ')}.`,
        'Find out which board it is: its results would stand beside those of other boards.',
      ),
    );
  }
  if (isWholeModule(gpu.name)) {
    findings.push(
      bad(
        'gpu-module',
        `The counter of ${who} covers its whole module, processor included.`,
        'Do not compare its results with those of single GPUs.',
      ),
    );
  }
  if (gpu.scripted) findings.push(scriptedFinding(who, purpose, policy.rehearsal));
  return findings;
}

function scriptedFinding(who: string, purpose: Purpose, rehearsal: boolean): HardwareFinding {
  if (rehearsal) return ok('gpu-scripted', `A script plays ${who}; the policy is a rehearsal's.`);
  const mend = 'Leave AI_ENERGY_SCORE_NVML out to measure real hardware; every result of this one is a rehearsal.';
  return unofficial(purpose)('gpu-scripted', `A script plays ${who}.`, mend);
}

function settingFindings({ gpu, purpose }: PreFlightRequest, who: string): HardwareFinding[] {
  const bad = unofficial(purpose);
  const {
    powerLimitWatts: limit,
    defaultPowerLimitWatts: usual,
    applicationSmClockMhz: clock,
    defaultApplicationSmClockMhz: usualClock,
  } = gpu;
  return [
    gpu.mig
      ? failure(
          'gpu-mig',
          `${who} is sliced (MIG is on): a slice has no energy counter of its own.`,
          `Turn MIG off: sudo nvidia-smi --id=${gpu.index} --multi-instance-gpu=0`,
        )
      : ok('gpu-mig', `${who} is whole (MIG is off).`),
    limit === null || usual === null
      ? bad(
          'gpu-power-limit',
          `${who} does not tell its power limit.`,
          'Use a GPU and a driver that tell it; otherwise nobody knows whether it is the default.',
        )
      : limit === usual
        ? ok('gpu-power-limit', `The power limit of ${who} is ${limit} W, its default.`)
        : bad(
            'gpu-power-limit',
            `The power limit of ${who} is ${limit} W; the default is ${usual} W.`,
            `Set it back: sudo nvidia-smi --id=${gpu.index} --power-limit=${usual}`,
          ),
    clock === null || usualClock === null
      ? ok('gpu-clocks', `${who} has no application clocks to set.`)
      : clock === usualClock
        ? ok('gpu-clocks', `The application clock of ${who} is ${clock} MHz, its default.`)
        : bad(
            'gpu-clocks',
            `The application clock of ${who} is ${clock} MHz; the default is ${usualClock} MHz.`,
            `Set it back: sudo nvidia-smi --id=${gpu.index} --reset-applications-clocks`,
          ),
    gpu.persistence === false
      ? warning(
          'gpu-persistence',
          `Persistence mode of ${who} is off: the driver unloads between clients, and its counter starts again.`,
          `Turn it on: sudo nvidia-smi --id=${gpu.index} --persistence-mode=1`,
        )
      : ok(
          'gpu-persistence',
          gpu.persistence === null ? `${who} does not tell its persistence mode.` : `Persistence mode of ${who} is on.`,
        ),
    gpu.ecc === false
      ? warning(
          'gpu-ecc',
          `Error correction (ECC) of ${who} is off; boards are delivered with it on.`,
          `Turn it on, then restart: sudo nvidia-smi --id=${gpu.index} --ecc-config=1`,
        )
      : ok('gpu-ecc', gpu.ecc === null ? `${who} does not tell whether it corrects errors.` : `Error correction (ECC) of ${who} is on.`),
  ];
}

function restFindings({ gpu, atRest, purpose }: PreFlightRequest, who: string): HardwareFinding[] {
  const slow = SLOWDOWNS.filter((reason) => atRest.eventReasons?.includes(reason));
  return [
    processFinding(atRest, who),
    idleFinding(atRest, who, purpose),
    temperatureFinding(atRest, who),
    slow.length === 0
      ? ok('gpu-slowdown', atRest.eventReasons === null ? `${who} does not tell why its clocks are held.` : `Nothing slows ${who} down.`)
      : failure(
          'gpu-slowdown',
          `${who} is slowed down: ${slow.join(', ')}.`,
          `Mend its cooling or power supply: nvidia-smi --id=${gpu.index} --query --display=PERFORMANCE`,
        ),
  ];
}

function processFinding({ processes, processesNote }: GpuAtRest, who: string): HardwareFinding {
  if (processes === null) {
    return warning(
      'gpu-processes',
      `Nobody can tell whether other processes use ${who}: ${processesNote ?? 'the driver does not list them'}.`,
      "Let the runner see the host's processes (docker run --pid=host); until then that check is skipped.",
    );
  }
  if (processes === 0) return ok('gpu-processes', `No other process uses ${who}.`);
  const others = processes === 1 ? 'Another process uses' : `${processes} other processes use`;
  return failure('gpu-processes', `${others} ${who}: their energy would be in the score.`, 'End them; nvidia-smi lists them.');
}

function idleFinding({ idleWatts, utilization }: GpuAtRest, who: string, purpose: Purpose): HardwareFinding {
  if (idleWatts === null) {
    return unofficial(purpose)(
      'gpu-idle',
      `${who} does not tell its instant power.`,
      'Update the NVIDIA driver: without it no trace can be held against the counter.',
    );
  }
  const watts = `${who} takes ${idleWatts.toFixed(1)} W at rest`;
  if (utilization === null || utilization <= BUSY_SHARE) return ok('gpu-idle', `${watts}.`);
  return warning(
    'gpu-idle',
    `${watts}, but computes ${(utilization * 100).toFixed(0)} % of the time.`,
    'Wait until it rests: what it does now would be in the score.',
  );
}

function temperatureFinding({ temperatureCelsius: celsius }: GpuAtRest, who: string): HardwareFinding {
  if (celsius === null)
    return warning(
      'gpu-temperature',
      `${who} does not tell its temperature.`,
      'Use a GPU with a sensor: a run that begins cold can be off by a tenth.',
    );
  if (celsius <= WARM_CELSIUS) return ok('gpu-temperature', `${who} is at ${celsius} °C.`);
  return warning('gpu-temperature', `${who} is at ${celsius} °C at rest.`, 'Let it cool down, or look after its cooling.');
}
