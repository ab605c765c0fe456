import { type FaultText, family, OPERATOR } from './family.ts';

const AGAIN = 'A maintainer orders it again with /rerun.';

/** A run: the program that runs the model, what seals it off, and what it leaves. */
export const RUN_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'What is half is no result.', mend: AGAIN },
    {
      interrupted: 'The run was interrupted',
      'backend-ended': ['The program that runs the model ended before it was done', `${OPERATOR} Most often memory was short.`],
      'backend-deadline': [
        'The run took longer than the policy allows',
        'Ask for fewer runs, or for a larger run.deadlineSeconds in the policy.',
      ],
      'backend-stalled': [
        'The program that runs the model told no progress for too long',
        'Where one query takes so long, run.stallSeconds in the policy may be raised; otherwise it hangs, and the log may tell where.',
      ],
      'backend-not-started': ['The program that runs the model cannot be started', OPERATOR],
      'python-unusable': ['There is no Python that can run the worker', OPERATOR],
      'worker-not-installed': ['The libraries of the worker are not installed', OPERATOR],
      'embedded-not-installed': ['The library of the embedded backend is not installed', OPERATOR],
      'process-left-behind': ['Processes of the run could not be ended', OPERATOR],
      'no-score': ['No meter gave a figure', OPERATOR],
    },
  ),
  ...family(
    { why: 'A model takes no more of the machine than it was given.', mend: OPERATOR },
    {
      'backend-memory': 'The model takes more memory than it was given',
      'backend-processes': 'The model runs more processes than it was given',
      'backend-flood': ['The program that runs the model floods its output', 'Do not trust the model; report it.'],
    },
  ),
  ...family(
    { why: 'Otherwise nobody knows when a phase begins and ends.', mend: OPERATOR },
    { 'backend-protocol': 'The program that runs the model says something that was not due' },
  ),
  ...family(
    { why: 'A stranger’s model never runs without a sandbox.', mend: OPERATOR },
    {
      'sandbox-required': ['There is no sandbox for a stranger’s model', 'Whoever runs the machine installs docker or bubblewrap.'],
      'sandbox-missing': 'The sandbox that was asked for is not installed',
      'sandbox-bubblewrap': 'bubblewrap does not work on this machine',
      'sandbox-docker': 'No docker engine answers',
      'sandbox-image': ['The image is not named by its digest', 'Name it as NAME@sha256:DIGEST.'],
      'sandbox-image-missing': ['The image is not on the machine', 'Pull it there: a run never fetches an image by itself.'],
      'sandbox-backend': ['The backend does not run in this sandbox', 'Use --sandbox bubblewrap for submissions with backend: embedded.'],
      'sandbox-gpu': 'The GPU cannot be let into the sandbox',
      'sandbox-path': 'A path cannot be let into the sandbox',
      'sandbox-missing-path': 'Something that the model is to read is not there',
      'sandbox-too-wide': 'A folder would show the model more than it may see',
      'sandbox-unreadable': 'The user that the model runs as may not read its files',
      'sandbox-process-hidden': 'The processes in the container cannot be seen, so that they cannot be metered',
      'sandbox-left-behind': 'The container could not be removed',
      'program-missing': 'A program that is needed is not there',
    },
  ),
  ...family(
    { why: 'A result is kept with everything that proves it.', mend: OPERATOR },
    {
      'bundle-not-written': 'The bundle cannot be written',
      'log-not-written': 'The log cannot be written',
      'checkpoint-not-written': 'The checkpoint cannot be written',
      'checkpoint-damaged': ['The checkpoint cannot be used', 'Run without --resume to begin anew.'],
      'checkpoint-differs': [
        'The interrupted benchmark was of something else',
        'Put back what differs, or run without --resume to begin anew.',
      ],
      'checkpoint-in-use': ['Another benchmark writes to the same folder', 'Wait for it to end, or name another folder with --out.'],
    },
  ),
  ...family(
    { why: 'What would be ended half-way is not begun.', mend: 'Ask for fewer runs.' },
    {
      'estimate-past-job': [
        'The measurement would take longer than a job may run',
        'Ask for fewer runs, bound the new tokens by a lower reasoning effort, or measure outside of a job.',
      ],
      'estimate-past-deadline': [
        'The measurement would take longer than the policy allows',
        'Ask for fewer runs, or for a larger run.deadlineSeconds in the policy.',
      ],
      'matrix-too-large': ['There are more submissions than one workflow takes', 'Name fewer, and start it once for each part.'],
    },
  ),
];
