import { type Fault, operatorFault } from '../../domain/errors.ts';

/** NVML's nvmlReturn_t values that the code itself decides on. */
export const SUCCESS = 0;
export const NOT_SUPPORTED = 3;
export const NO_PERMISSION = 4;
export const NOT_FOUND = 6;
export const INSUFFICIENT_SIZE = 7;
export const DRIVER_NOT_LOADED = 9;
export const FUNCTION_NOT_FOUND = 13;

type Named = { code: string; says: string; mend: string };

const REBOOT = 'Look into the kernel log for Xid messages (dmesg), then reset the GPU or restart the machine.';
const DEFECT = 'This is a defect of ai-energy-score; please report it with this line.';
const OLD_DRIVER = "Update the NVIDIA driver; the operator's guide names the oldest one that is known to work.";
const AGAIN = 'Measure again; where it comes back, restart the machine.';

/** Every return code of NVML: a stable name, what it says, and what mends it. */
const RETURN_CODES: Readonly<Record<number, Named>> = {
  1: { code: 'nvml-uninitialized', says: 'the library was not initialised', mend: DEFECT },
  2: { code: 'nvml-invalid-argument', says: 'an argument is invalid', mend: DEFECT },
  [NOT_SUPPORTED]: { code: 'gpu-not-supported', says: 'this GPU does not support it', mend: 'Use a GPU of the Volta generation or later.' },
  [NO_PERMISSION]: {
    code: 'nvml-no-permission',
    says: 'this user may not do that',
    mend: 'Run as a user who may use the GPU: the device nodes /dev/nvidia* must be readable and writable to it.',
  },
  5: { code: 'nvml-already-initialized', says: 'the library was initialised before', mend: DEFECT },
  [NOT_FOUND]: { code: 'gpu-not-found', says: 'there is no such GPU', mend: 'List the GPUs of this machine: nvidia-smi -L' },
  [INSUFFICIENT_SIZE]: { code: 'nvml-insufficient-size', says: 'the answer did not fit its place', mend: DEFECT },
  8: {
    code: 'nvml-insufficient-power',
    says: "the GPU's power cables are not attached properly",
    mend: 'Check the power cables of the GPU.',
  },
  [DRIVER_NOT_LOADED]: {
    code: 'nvml-driver-not-loaded',
    says: 'the NVIDIA driver is not loaded',
    mend: 'Load the driver (modprobe nvidia); in a container, start it with the GPUs: docker run --gpus all',
  },
  10: { code: 'nvml-timeout', says: 'the time for the answer ran out', mend: AGAIN },
  11: { code: 'nvml-irq-issue', says: 'the kernel has an interrupt problem with the GPU', mend: REBOOT },
  12: {
    code: 'nvml-library-not-found',
    says: 'a library that NVML needs is missing',
    mend: 'Install the NVIDIA driver completely, all of its packages in one version.',
  },
  [FUNCTION_NOT_FOUND]: { code: 'nvml-function-not-found', says: 'this driver does not have the function', mend: OLD_DRIVER },
  14: {
    code: 'gpu-corrupted-inforom',
    says: "the GPU's inforom is corrupted",
    mend: 'Have the board serviced: its settings cannot be trusted.',
  },
  15: { code: 'gpu-lost', says: 'the GPU has fallen off the bus or is otherwise lost', mend: REBOOT },
  16: { code: 'gpu-reset-required', says: 'the GPU needs a reset', mend: 'Reset it (nvidia-smi --gpu-reset) or restart the machine.' },
  17: {
    code: 'nvml-operating-system',
    says: 'the operating system or a cgroup blocks the GPU',
    mend: 'Give the process the device nodes /dev/nvidia*; in a container, restart it (after systemctl daemon-reload the GPUs may be gone).',
  },
  18: {
    code: 'nvml-version-mismatch',
    says: "the library's version differs from the loaded driver's",
    mend: 'Restart the machine: the driver was updated while the old one was loaded.',
  },
  19: { code: 'gpu-in-use', says: 'the GPU is in use', mend: 'End what else uses the GPU and measure again.' },
  20: { code: 'nvml-memory', says: 'there is not enough memory', mend: 'Free memory and measure again.' },
  21: { code: 'nvml-no-data', says: 'there is no value to tell', mend: AGAIN },
  22: { code: 'nvml-vgpu-ecc', says: 'ECC stands in the way of virtual GPUs', mend: 'Measure on a whole GPU, not on a virtual one.' },
  23: { code: 'nvml-insufficient-resources', says: 'the driver is out of resources', mend: AGAIN },
  24: { code: 'nvml-frequency-not-supported', says: 'the frequency is not supported', mend: DEFECT },
  25: { code: 'nvml-argument-version', says: 'the version of an argument is not known to this driver', mend: OLD_DRIVER },
  26: { code: 'nvml-deprecated', says: 'the function is deprecated', mend: DEFECT },
  27: { code: 'nvml-not-ready', says: 'the driver is not ready', mend: AGAIN },
  28: { code: 'gpu-not-found', says: 'there is no such GPU', mend: 'List the GPUs of this machine: nvidia-smi -L' },
  29: { code: 'nvml-invalid-state', says: 'the GPU is not in a state for that', mend: REBOOT },
  30: { code: 'nvml-reset-type', says: 'the kind of reset is not supported', mend: DEFECT },
  999: { code: 'nvml-unknown', says: 'the driver failed within', mend: REBOOT },
};

/**
 * The Fault of the operator that an NVML return code stands for, as in gpu-lost; nvml-<number> for a code that is not
 * among NVML's.
 */
export function nvmlFault(returned: number, call: string): Fault {
  const named = RETURN_CODES[returned];
  if (named === undefined) {
    return operatorFault(`NVML answers ${call} with the unknown code ${returned}.`, { code: `nvml-${returned}`, mend: OLD_DRIVER });
  }
  return operatorFault(`NVML answers ${call}: ${named.says} (code ${returned}).`, { code: named.code, mend: named.mend });
}
