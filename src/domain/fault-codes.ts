import type { SubmissionCheck } from './submission/checks.ts';

const fault = (code: string, title: string, why: string, mend: string): SubmissionCheck => ({ code, title, why, mend });

const HUB_AGAIN = 'Nothing is wrong with the submission: try again later.';
const OPERATOR = 'It is for whoever runs the machine: the log of the run says more.';

/** What can end a measurement or an import, as far as a pull request gets to see it. Each code is one that this program gives. */
export const FAULT_CODES: readonly SubmissionCheck[] = [
  fault(
    'model-does-not-fit',
    'The model fits into the GPUs of the runner',
    'Weights that are moved about are not what is scored.',
    'Submit a smaller or quantized variant, or ask for a runner with more memory.',
  ),
  fault(
    'model-too-large',
    'The download is within the limit of the policy',
    'Disks are finite.',
    'Submit a smaller model, or ask for a larger limits.modelBytes.',
  ),
  fault('model-pickle', 'No weights are pickles', 'A pickle runs code when it is read.', 'Publish the weights as safetensors.'),
  fault(
    'model-pickle-only',
    'There are weights that are no pickles',
    'A pickle runs code when it is read.',
    'Publish the weights as safetensors.',
  ),
  fault('model-not-safetensors', 'The weights are safetensors', 'Only they are read.', 'Publish the weights as safetensors.'),
  fault(
    'model-custom-code',
    'The model needs no code of its own',
    'Code out of a model repository is never run.',
    'Submit a model that the library knows by itself.',
  ),
  fault(
    'model-load-failed',
    'The model can be loaded',
    'The library refused its files.',
    'Load it with the same library version at home first.',
  ),
  fault(
    'model-not-for-task',
    'The model can do the task',
    'Another kind of model has other outputs.',
    'Submit it for a task that it was made for.',
  ),
  fault(
    'context-too-short',
    "The model's context is long enough for the task",
    'A query that is cut is another query.',
    'Submit a model with a longer context, or another task.',
  ),
  fault('hub-unreachable', 'The Hugging Face Hub can be reached', 'Models come from there.', HUB_AGAIN),
  fault('hub-unavailable', 'The Hugging Face Hub answers', 'Models come from there.', HUB_AGAIN),
  fault('hub-rate-limited', 'The Hugging Face Hub takes the request', 'It limits how much one address may ask.', HUB_AGAIN),
  fault(
    'hub-gated',
    'The model is open to the runner',
    "A gated model needs its owner's leave.",
    'Accept the terms with the account of the hub-token, or open the model.',
  ),
  fault('hub-model-missing', 'The model is on the Hub', 'It has to be downloaded.', 'Check the name; a private model is not seen.'),
  fault(
    'hub-revision-missing',
    'The revision is on the Hub',
    'It names the one version that is measured.',
    "Take the commit's 40 digits from the model's history.",
  ),
  fault(
    'hub-download-differs',
    'What was downloaded is what the Hub promised',
    'Anything else is not the model.',
    'Run it again; if it stays so, tell the owner of the model.',
  ),
  fault('disk-full', 'There is room on the disk', 'A model is written before it is read.', OPERATOR),
  fault('no-gpu', 'The runner has a GPU', 'The score is the energy of a GPU.', OPERATOR),
  fault('gpu-in-use', 'Nobody else uses the GPU', "Another program's energy would be counted in.", OPERATOR),
  fault('gpu-lost', 'The GPU stays there during the run', 'A GPU that falls off has no reading.', OPERATOR),
  fault('meter-missing', 'There is a meter for the energy', 'Nothing is estimated in place of a measurement.', OPERATOR),
  fault('meter-stalled', 'The meter goes on counting', 'A count that stands still misses energy.', OPERATOR),
  fault(
    'sandbox-required',
    'There is a sandbox for a stranger’s model',
    'It never runs without one.',
    'Install docker or bubblewrap on the runner.',
  ),
  fault(
    'sandbox-missing',
    'The sandbox that was asked for is installed',
    'A model never runs without it.',
    'Install it on the runner, or choose another.',
  ),
  fault('worker-not-installed', 'The requirements of the worker are installed', 'They do the inference.', OPERATOR),
  fault(
    'backend-protocol',
    'The program that runs the model keeps to the protocol',
    'Otherwise nobody knows when a phase begins and ends.',
    OPERATOR,
  ),
  fault('interrupted', 'The run is not interrupted', 'What is half is no result.', 'Order it again with /rerun.'),
  fault(
    'evidence-unavailable',
    'The evidence can be downloaded',
    'Without it there is nothing to check.',
    'Keep the file at its address, open to everybody.',
  ),
  fault(
    'evidence-digest',
    'The evidence is the file that the submission names',
    'Another file is other evidence.',
    'Name the SHA-256 of the very file.',
  ),
  fault(
    'evidence-host',
    'The evidence lies at a host that the policy lists',
    'The bot does not fetch from anywhere.',
    'Upload it to a host of evidence.hosts in the policy.',
  ),
  fault(
    'evidence-too-large',
    'The evidence is within the limit',
    'Nobody knows what an endless file holds.',
    'Pack the result folder alone.',
  ),
  fault(
    'evidence-incomplete',
    'The evidence holds the record and its bundle',
    'A figure without evidence is a claim.',
    'Pack the whole result folder with `ai-energy-score pack`.',
  ),
  fault(
    'order-blob',
    'The text of the order is the blob that was approved',
    'Only what was approved is measured.',
    'Order it again; if it stays so, this is a defect.',
  ),
  fault(
    'order-elsewhere',
    "The order is this workflow run's own",
    'An order of another run was not given for this one.',
    'Give the step the output of the gate, unchanged.',
  ),
  fault(
    'github-forbidden',
    'The token may do what the step does',
    'GitHub refuses what a job was not granted.',
    'Grant the job the permissions that docs/bot.md lists.',
  ),
  fault('github-rate-limited', 'GitHub takes the request', 'It limits how much one token may ask.', 'Rerun the job in some minutes.'),
];
