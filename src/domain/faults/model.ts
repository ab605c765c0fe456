import { type FaultText, family } from './family.ts';

const SAFE = 'Publish the weights as safetensors.';
const WHOLE = 'Pin a commit that holds the whole model.';

/** A model that cannot be measured. */
export const MODEL_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'Weights that are moved about are not what is scored; nothing is offloaded.', mend: 'Submit a smaller or quantised variant.' },
    {
      'model-does-not-fit': [
        'The model does not fit into the GPUs of the runner',
        'Submit a smaller or quantised variant, or ask for a runner with more memory.',
      ],
      'out-of-memory': [
        'The memory ran out while the model was loaded or answered',
        'Submit a smaller or quantised variant, or ask for a runner with more memory.',
      ],
      'model-too-large': [
        'The download is larger than the policy allows',
        'Submit a smaller model, or ask for a larger limits.modelBytes.',
      ],
      'prepared-queries-too-large': [
        'The prepared queries do not fit into memory',
        'Measure on a machine with more memory, or with the transformers backend.',
      ],
    },
  ),
  ...family(
    { why: 'A stranger’s code is never run, and a pickle runs code when it is read.', mend: SAFE },
    {
      'model-pickle': 'A file of the weights is a pickle',
      'model-pickle-only': 'All weights are pickles',
      'model-not-safetensors': 'A file is called safetensors and is none',
      'weights-not-safetensors': 'The model has no safetensors',
      'model-custom-code': ['The model asks for code of its own', 'Submit a model that the libraries know by themselves.'],
      'remote-code-needed': [
        'The model asks for code of its repository',
        'Submit a checkpoint whose architecture is part of transformers or diffusers, without auto_map.',
      ],
      'onnx-external-data-outside': [
        'An ONNX file names data outside of its folder',
        'Keep external data beside the ONNX file, under a plain file name.',
      ],
    },
  ),
  ...family(
    { why: 'What is not there, or damaged, cannot be loaded.', mend: WHOLE },
    {
      'model-load-failed': [
        'The library could not load the model',
        'Check that configuration and weights belong together, and load it with the same library version at home first.',
      ],
      'model-not-supported': [
        'The library does not know the architecture',
        'Wait for a release with a newer library, or submit a model of an architecture that it has.',
      ],
      'library-missing': [
        'The model needs a library that the worker does not have',
        'worker/README.md tells which it has; ask the maintainers, or submit another checkpoint.',
      ],
      'weights-missing': 'Weights are missing in the repository',
      'weights-incomplete': [
        'A part of the network has no weights, and would be random numbers',
        'Submit a checkpoint that was trained for the task.',
      ],
      'weights-unreadable': ['A file of the weights cannot be read', 'Write it anew with safetensors, and pin that commit.'],
      'safetensors-missing': [
        'There are no safetensors of the precision that is to be loaded',
        'Pin a commit with model.safetensors, or declare the precision of the weights that are there.',
      ],
      'safetensors-index-unreadable': 'The index of the shards cannot be read',
      'safetensors-shard-missing': 'The index names a shard that is not there',
      'diffusers-index-missing': [
        'The repository has no model_index.json, by which a pipeline is known',
        'Submit a model in the layout of diffusers: text-to-image runs nothing else.',
      ],
      'diffusers-index-unreadable': ['model_index.json cannot be read', 'Pin a commit that diffusers has written.'],
      'diffusers-component-missing': 'A part of the pipeline has no files',
      'model-config-unreadable': ['The configuration of the model cannot be read', 'Put a whole config.json beside the weights.'],
      'model-configuration-too-large': [
        'A file of configuration is far too large to be one',
        'Submit a repository whose configuration is only that.',
      ],
      'processor-missing': [
        'The tokenizer or processor cannot be loaded',
        'Add its files, or name the repository that has it under processor in the submission.',
      ],
      'processor-without-rate': ['The processor names no sampling rate', 'Give it the sampling_rate that the model was trained with.'],
      'onnx-file-missing': ['The ONNX files that are needed are not there', 'Add them, or name the quantisation of those that are there.'],
      'onnx-unreadable': ['An ONNX file is not whole', 'Export the model anew, or take a revision whose file is whole.'],
      'first-query-failed': ['The model cannot answer the first query', 'Check that its tokenizer or processor belongs to its weights.'],
    },
  ),
  ...family(
    { why: 'Figures of a task compare models that do the same work.', mend: 'Submit it for a task that it was made for.' },
    {
      'model-not-for-task': 'The model is none for this task',
      'phases-not-for-model': 'A model of its kind does not run the phases of the plan',
      'context-too-short': ['The context of the model is too short for the task', 'Submit a model with a longer context, or another task.'],
      'prompt-too-long': [
        'A query and its answer are longer than the model takes',
        'Serve the model with its full context, or submit a model that takes the longest query.',
      ],
      'chat-template-missing': [
        'The model has no chat template, so that a text cannot be put to it as a question',
        'Submit a model with a chat_template.',
      ],
      'chat-template-broken': [
        'The chat template of the model cannot be rendered',
        'Check that it takes a conversation of one user message.',
      ],
      'reasoning-not-taken': [
        'The chat template does not take the reasoning that was asked for',
        'Write the state that the model has, or submit one whose template turns thinking on and off.',
      ],
      'reasoning-effort-not-taken': ['The chat template does not take the effort', 'Leave reasoning.effort out.'],
      'task-not-in-worker': ['The worker does not run this task', 'Update it to the version of the program.'],
      'task-not-in-embedded': ['The embedded backend does not run this task', 'Use the transformers backend.'],
      'task-not-at-endpoint': ['An endpoint does not run this task', 'Use the transformers backend.'],
    },
  ),
  ...family(
    {
      why: 'Half the bits take about half the energy, so that a result names the precision that ran.',
      mend: 'Declare what the checkpoint has.',
    },
    {
      'precision-differs': [
        'The weights have another precision after loading',
        'Write precision: float32, or bfloat16 where the GPU has it.',
      ],
      'precision-not-supported': ['The device does not compute in this precision', 'Write precision: float16 or float32.'],
      'precision-not-in-embedded': [
        'The embedded backend has no such precision',
        'Declare float32 or float16, or use the transformers backend.',
      ],
      'quantization-differs': 'The checkpoint is quantised in another way than the submission says',
      'quantization-unknown': 'The checkpoint is quantised by a method that has no name in submissions',
      'quantization-not-supported': [
        'The device has no kernels for these weights',
        'Ask for a GPU that computes in this format, or submit another checkpoint.',
      ],
      'quantization-not-in-embedded': [
        'The embedded backend does not run these weights',
        'It runs ONNX weights of 8, 4 or 2 bits (quantization: { method: onnx, bits: 8 }).',
      ],
    },
  ),
  ...family(
    { why: 'A local model has the revision that follows from its files.', mend: 'Put the files there as they were.' },
    {
      'local-model-missing': ['The model is not in the folder', 'Put its files where the message says.'],
      'local-revision-differs': ['The files have another revision', 'Write that revision into the submission, or bring the files back.'],
      'model-folder-link': ['The folder holds a link', 'Put the file itself there in place of it.'],
      'model-folder-name': ['A name in the folder is not UTF-8', 'Give the file a name in plain letters.'],
      'models-missing': ['There is no such folder of models', 'Name one with --models, or leave it out to use the Hub.'],
    },
  ),
];
