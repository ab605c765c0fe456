import { type FaultText, family, OPERATOR } from './family.ts';

const DRIVER = 'Whoever runs the machine updates the NVIDIA driver, and restarts the machine.';
const AGAIN = 'Measure again; where it comes back, whoever runs the machine restarts it.';
const XID = 'Whoever runs the machine looks for Xid messages in the kernel log, and resets the GPU.';

/** GPUs and their driver. */
export const GPU_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'The score is the energy of a GPU that can be metered.', mend: OPERATOR },
    {
      'no-gpu': 'There is no GPU',
      gpu: 'There is no GPU that can be metered',
      'gpu-not-found': 'There is no such GPU',
      'gpu-lost': ['The GPU was lost during the run', XID],
      'gpu-in-use': 'Somebody else uses the GPU',
      'gpu-not-supported': 'The GPU does not tell its energy',
      'gpu-not-usable': 'The worker was given a GPU that PyTorch cannot use',
      'gpu-not-metered': 'The model runs on a GPU that cannot be metered',
      'gpu-not-the-device': 'The model ran on the processor, and a GPU was metered',
      'gpu-reset-required': ['The GPU needs a reset', XID],
      'gpu-corrupted-inforom': ['The GPU’s own settings are corrupted', 'Whoever runs the machine has the board serviced.'],
      'device-unknown': 'The backend does not name its GPU by its UUID',
    },
  ),
  ...family(
    {
      why: 'A GPU that is set, shared or slowed down otherwise has another energy.',
      mend: `${OPERATOR} docs/doctor.md names the command.`,
    },
    {
      'gpu-sku': 'The GPU is not one that the policy names',
      'gpu-board': 'The GPU is not the board that it calls itself',
      'gpu-module': 'The energy counter covers a whole module, processor included',
      'gpu-scripted': 'A script plays the GPU',
      'gpu-mig': 'The GPU is sliced (MIG), and a slice has no energy counter of its own',
      'gpu-power-limit': 'The power limit is not the default one',
      'gpu-clocks': 'The clocks are not the default ones',
      'gpu-persistence': 'Persistence mode is off',
      'gpu-ecc': 'Error correction is off',
      'gpu-processes': 'Other processes use the GPU, or nobody can tell whether they do',
      'gpu-idle': 'The GPU does not rest before the run, or does not tell its power',
      'gpu-temperature': 'The GPU is warm before the run, or does not tell its temperature',
      'gpu-slowdown': 'The GPU is slowed down, by heat or for want of power',
      'gpu-counter': 'The energy counter cannot be read, or moves too rarely',
    },
  ),
  ...family(
    { why: 'The energy is read from the driver.', mend: DRIVER },
    {
      'nvml-library': 'The library of the NVIDIA driver is none',
      'nvml-library-not-found': 'A library of the NVIDIA driver is missing',
      'nvml-binding': ['The driver’s library cannot be called on this system', 'Use Linux with glibc on x64 or arm64.'],
      'nvml-driver-not-loaded': 'The NVIDIA driver is not loaded',
      'nvml-version-mismatch': 'The driver was updated while the old one was loaded',
      'nvml-function-not-found': 'The driver is too old for what is asked of it',
      'nvml-argument-version': 'The driver is too old for what is asked of it',
      'nvml-no-permission': 'The user of the runner may not use the GPU',
      'nvml-operating-system': 'The system, or a container, blocks the GPU',
      'nvml-vgpu-ecc': 'The GPU is a virtual one',
      'nvidia-smi-missing': 'There is no nvidia-smi',
      'nvidia-smi-failed': 'nvidia-smi failed',
      'nvidia-smi-ended': 'nvidia-smi ended while it was measuring',
      'nvidia-smi-unreadable': 'nvidia-smi answers something that cannot be read',
    },
  ),
  ...family(
    { why: 'A reading that fails is no reading, and nothing is put in its place.', mend: AGAIN },
    {
      'nvml-timeout': 'The driver took too long to answer',
      'nvml-no-data': 'The driver has no value to tell',
      'nvml-not-ready': 'The driver is not ready',
      'nvml-memory': 'The driver has not enough memory',
      'nvml-insufficient-resources': 'The driver is out of resources',
      'nvml-insufficient-power': ['The power cables of the GPU are not attached properly', OPERATOR],
      'nvml-irq-issue': ['The kernel has an interrupt problem with the GPU', XID],
      'nvml-invalid-state': ['The GPU is not in a state to be read', XID],
      'nvml-unknown': ['The driver failed within', XID],
    },
  ),
];

/** Answers of the driver that have no name. */
export const NVML_FAULT: FaultText = {
  code: 'nvml-NUMBER',
  title: 'The driver answers with a number that this program does not know',
  why: 'The energy is read from the driver.',
  mend: DRIVER,
};
