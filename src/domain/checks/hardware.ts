import { classDefinition, classFor } from '../classes.ts';
import { cpuProfile, gpuProfile } from '../hardware/profile.ts';
import { isScripted } from '../hardware/scripted.ts';
import { counted } from '../plural.ts';
import { taskOf } from '../tasks.ts';
import { fail, noProblems, pass, type RecordCheck, skip } from './check.ts';
import { NO_GPU, ofWorked, SAME_MACHINE, workedGpus } from './gpu.ts';

const BYTES_PER_WEIGHT = { float32: 4, float16: 2, bfloat16: 2 } as const;
const GIB = 2 ** 30;

/** Checks of the machine. */
export const HARDWARE_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-hardware-gpu',
    effect: 'unofficial',
    reads: 'record',
    title: 'The GPU is one of those that the policy takes as official, by its exact name.',
    why: 'Boards of one family differ: an H100 SXM, PCIe and NVL have other power limits and other scores.',
    mend: 'Run on one of the GPUs that the policy names.',
    run: ({ record, policy }) => {
      const gpus = workedGpus(record).map(({ gpu }) => gpu);
      if (gpus.length === 0) return skip(NO_GPU);
      const others = gpus.filter((gpu) => !policy.official.gpus.includes(gpu.name));
      return noProblems(
        others.map((gpu) => `${gpu.name} is not official hardware (${policy.official.gpus.join(', ')})`),
        `${gpus[0]?.name}.`,
      );
    },
  },
  {
    code: 'R-hardware-count',
    effect: 'unofficial',
    reads: 'record',
    title: 'As many GPUs worked as the model class takes: one for A, B and tasks without classes, several for C.',
    why: 'Idle shares of further GPUs are part of the energy.',
    mend: 'Run on the number of GPUs that the class takes.',
    run: ofWorked((gpus, record) => {
      const { class: modelClass } = record.plan.model;
      const { minimumGpus, maximumGpus } = classDefinition(modelClass ?? 'A');
      const who = modelClass === null ? 'A model without a class' : `Class ${modelClass}`;
      const fits = gpus.length >= minimumGpus && gpus.length <= maximumGpus;
      return fits
        ? pass(`${counted(gpus.length, 'GPU')} worked.`)
        : fail(`${who} takes ${maximumGpus === 1 ? 'one GPU' : `${minimumGpus} GPUs or more`}; ${gpus.length} worked.`);
    }),
  },
  {
    code: 'R-hardware-class',
    effect: 'invalid',
    reads: 'record',
    title: 'The model class follows from the parameters, as planned and as counted in the weights.',
    why: 'The class decides which models the stars are given among.',
    mend: 'Plan the run again: the class follows from the parameters.',
    run: ({ record }) => {
      const { parameters, class: planned } = record.plan.model;
      const task = taskOf(record.plan.task);
      if (planned === null && parameters === null) return skip('Nothing told the parameters when the run was planned.');
      const wrong = [parameters, record.model.parameters ?? parameters].find((count) => classFor(task, count) !== planned);
      if (wrong === undefined) return pass(planned === null ? `${task.key} has no classes.` : `Class ${planned}.`);
      return fail(
        `The plan says class ${planned ?? 'none'}; ${wrong} parameters on ${task.key} make it ${classFor(task, wrong) ?? 'none'}.`,
      );
    },
  },
  {
    code: 'R-hardware-memory',
    effect: 'unofficial',
    reads: 'record',
    title: "The weights fit the GPUs' memory at their precision.",
    why: 'A model that is swapped in and out takes many times the energy, which says nothing of the model.',
    mend: 'Use more GPUs (class C) or a quantised checkpoint.',
    run: ofWorked((gpus, record) => {
      const parameters = record.model.parameters ?? record.plan.model.parameters;
      if (parameters === null) return skip('Nothing tells the parameters.');
      const { quantization } = record.plan.model;
      const bytes = parameters * (quantization === null ? BYTES_PER_WEIGHT[record.model.precision] : quantization.bits / 8);
      const memory = gpus.reduce((total, { gpu }) => total + gpu.memoryBytes, 0);
      const sizes = `${(bytes / GIB).toFixed(1)} GiB of weights, ${(memory / GIB).toFixed(1)} GiB of memory`;
      return bytes <= memory ? pass(`${sizes}.`) : fail(`The model does not fit: ${sizes}.`);
    }),
  },
  {
    code: 'R-hardware-metered',
    effect: 'invalid',
    reads: 'record',
    title: 'The GPUs that worked are those that were metered.',
    why: 'A run on one GPU with the meter on another reads the idle one.',
    mend: 'Select GPUs by UUID for both the model and the meter.',
    run: ({ record }) => {
      const { gpus } = record.hardware;
      const meters = record.meters.filter((meter) => meter.scope === 'gpu');
      if (gpus.length === 0 && meters.length === 0) return skip(NO_GPU);
      const problems = gpus.flatMap((gpu, position) => [
        ...(gpu.worked === gpu.metered
          ? []
          : [`GPU ${position} ${gpu.worked ? 'worked without being metered' : 'was metered without working'}`]),
        ...(gpu.metered === (gpu.meter !== null) ? [] : [`GPU ${position} ${gpu.metered ? 'names no meter' : 'names a meter'}`]),
      ]);
      const named = new Set(gpus.flatMap(({ meter }) => meter ?? []));
      const unnamed = meters.filter(({ id }) => !named.delete(id));
      if (unnamed.length > 0) problems.push(`no GPU names the meter ${unnamed.map(({ id }) => id).join(', ')}`);
      if (named.size > 0) problems.push(`there is no GPU meter ${[...named].join(', ')}`);
      return noProblems(problems, 'What worked was metered.');
    },
  },
  {
    code: 'R-hardware-distinct',
    effect: 'invalid',
    reads: 'record',
    title: 'Every GPU is listed once.',
    why: 'One board that is listed twice would count twice.',
    mend: SAME_MACHINE,
    run: ({ record }) => {
      const { gpus } = record.hardware;
      if (gpus.length === 0) return skip(NO_GPU);
      return new Set(gpus.map((gpu) => gpu.uuidSha256)).size === gpus.length
        ? pass('Every GPU is listed once.')
        : fail('Two GPUs have the same UUID.');
    },
  },
  {
    code: 'R-hardware-mig',
    effect: 'invalid',
    reads: 'record',
    title: 'The GPUs are not sliced (MIG).',
    why: 'A slice has no energy counter of its own; the counter is that of the whole board.',
    mend: 'Turn MIG off.',
    run: ofWorked((gpus) => (gpus.some(({ gpu }) => gpu.mig) ? fail('A GPU that worked is sliced.') : pass('MIG is off.'))),
  },
  {
    code: 'R-hardware-idle',
    effect: 'warn',
    reads: 'record',
    title: 'Idle power was measured before the model was loaded.',
    why: 'Idle energy is part of the score; without it nobody can tell how much.',
    mend: 'Let the runner measure idle power first.',
    run: ofWorked((gpus) =>
      gpus.some(({ gpu }) => gpu.idleWatts === null) ? fail('The idle power of a GPU is unknown.') : pass('Idle power is known.'),
    ),
  },
  {
    code: 'R-hardware-plateau',
    effect: { gpuCounter: 'unofficial', otherwise: 'warn' },
    reads: 'record',
    title: 'Temperature and power had settled before the first phase.',
    why: 'Measuring cold can be off by more than 10 %.',
    mend: 'Raise run.warmUpMaximumSeconds in the policy.',
    run: ({ record }) => {
      if (record.warmUp.plateau === null) return skip('No sensor tells temperature or power.');
      return record.warmUp.plateau
        ? pass('Temperature and power had settled.')
        : fail('Temperature and power had not settled when the warm-up ended.');
    },
  },
  {
    code: 'R-hardware-scripted',
    effect: 'invalid',
    reads: 'record',
    title: 'The record says that a script played the hardware exactly where the driver says so.',
    why: 'A rehearsal must never pass for a measurement.',
    mend: SAME_MACHINE,
    run: ({ record }) => {
      const { gpus, scripted } = record.hardware;
      const played = gpus.some(({ worked, driver }) => worked && isScripted(driver));
      if (played === scripted) return pass(scripted ? 'A script played the hardware.' : 'No script played the hardware.');
      return fail(
        played ? "The driver is a script's, and the record does not say so." : 'The record says that a script played, the driver does not.',
      );
    },
  },
  {
    code: 'R-hardware-profile',
    effect: 'invalid',
    reads: 'record',
    title: 'The hardware profile is the one of the GPUs that worked, else of the processor.',
    why: 'The profile names the board; a wrong one mixes results of different hardware.',
    mend: SAME_MACHINE,
    run: ({ record }) => {
      const { gpus, cpu, profile } = record.hardware;
      const worked = gpus.filter((gpu) => gpu.worked);
      const due = worked.length > 0 ? gpuProfile(worked.map(({ name }) => name)) : cpuProfile(cpu.model, cpu.logicalCores);
      return profile === due ? pass(`The profile is ${profile}.`) : fail(`The profile is ${profile}; this hardware has ${due}.`);
    },
  },
];
