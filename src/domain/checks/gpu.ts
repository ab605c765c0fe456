import type { Result } from '../generated/result.ts';
import { type RecordCheck, skip } from './check.ts';

export type Gpu = Result['hardware']['gpus'][number];

export const NO_GPU = 'No GPU took part.';
export const SAME_MACHINE = "Set the machine up as the operator's guide says and measure again.";

/** A GPU with its place in the record. */
export type PlacedGpu = { readonly gpu: Gpu; readonly place: number };

const placed = (record: Result): PlacedGpu[] => record.hardware.gpus.map((gpu, place) => ({ gpu, place }));

/** The GPUs that the model ran on. */
export const workedGpus = (record: Result): PlacedGpu[] => placed(record).filter(({ gpu }) => gpu.worked);
/** The GPUs of the machine that the model did not run on. */
export const peerGpus = (record: Result): PlacedGpu[] => placed(record).filter(({ gpu }) => !gpu.worked);

/** A check of the GPUs that the model ran on; skipped where there are none. */
export const ofWorked =
  (run: (gpus: readonly PlacedGpu[], record: Result) => ReturnType<RecordCheck['run']>): RecordCheck['run'] =>
  ({ record }) => {
    const gpus = workedGpus(record);
    return gpus.length === 0 ? skip(NO_GPU) : run(gpus, record);
  };
