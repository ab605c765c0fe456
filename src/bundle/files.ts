/** The files of a bundle. manifest.json names all the others with their digests. */
export const BUNDLE_FILES = {
  manifest: 'manifest.json',
  plan: 'plan.json',
  submission: 'submission.yaml',
  environment: 'environment.json',
  readings: 'readings.jsonl',
  trace: 'trace.jsonl.gz',
  plot: 'power.svg',
  log: 'log.txt',
} as const;

/** Where the bundle lies beside a record. */
export const BUNDLE_FOLDER = 'bundle';

/** The record's file in a result folder. */
export const RECORD_FILE = 'result.json';
