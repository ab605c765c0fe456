/** A check on submissions, for people: the table of the docs and the answer to /explain come from it. */
export type SubmissionCheck = {
  /** Stable. */
  code: string;
  title: string;
  why: string;
  /** What the submitter does about it. */
  mend: string;
};

const check = (code: string, title: string, why: string, mend: string): SubmissionCheck => ({ code, title, why, mend });

const HOSTILE = 'People must see what a machine reads.';
const PLAIN_YAML = 'A submission reads the same to every reader of YAML, and to people.';

/** Every check on a submission, in the order in which they are made. */
export const SUBMISSION_CHECKS: readonly SubmissionCheck[] = [
  check('S-path-missing', 'The file is there', 'There is nothing to read.', 'Check the path.'),
  check('S-path-kind', 'The file is a regular file', 'Folders, pipes and devices are not submissions.', 'Put a plain file at this path.'),
  check('S-path-symlink', 'The file is not a symbolic link', 'A link can lead out of the repository.', 'Commit the file itself.'),
  check(
    'S-path-root',
    'The file lies below the root',
    'The path says which model and task is meant.',
    'Name the folder that holds submissions/ with --root.',
  ),
  check(
    'S-path-traversal',
    'The path leads down',
    'No path may leave its root.',
    'Write the path without .., backslashes and empty parts.',
  ),
  check('S-path-characters', 'The path is ASCII', 'Two paths must not look alike.', 'Rename the file and its folders with plain letters.'),
  check(
    'S-path-layout',
    'The path has the agreed form',
    'The path is the identity of a submission.',
    'Move the file to submissions/<org>/<model>/<task>[.<variant>].yaml.',
  ),
  check('S-path-extension', 'The file ends in .yaml', 'One file has one name.', 'Rename the file.'),
  check(
    'S-path-task',
    'The file is named for a task',
    'The path is the identity of a submission.',
    'Begin the file name with the key of a task.',
  ),
  check(
    'S-path-variant',
    'The variant is a plain word',
    'It becomes part of names and addresses.',
    'Use lower-case letters, digits and hyphens.',
  ),
  check('S-path-case', 'No two paths differ only in case', 'Some file systems and the Hub take them for one.', 'Keep one of the files.'),
  check(
    'S-path-model',
    'The model agrees with the path',
    'The path is the identity of a submission.',
    'Change the model or move the file.',
  ),
  check(
    'S-path-content-task',
    'The task agrees with the path',
    'The path is the identity of a submission.',
    'Change the task or rename the file.',
  ),

  check(
    'S-bytes-size',
    'The file is small',
    'Nothing large is read before it is measured.',
    'Remove what does not belong in a submission.',
  ),
  check('S-bytes-utf8', 'The file is UTF-8', 'Every reader must see the same characters.', 'Save the file as UTF-8.'),
  check(
    'S-bytes-bom',
    'The file has no byte order mark',
    'UTF-8 needs none, and some tools trip over it.',
    'Save the file as UTF-8 without BOM.',
  ),
  check('S-bytes-nul', 'The file has no NUL', HOSTILE, 'Remove the character.'),
  check('S-bytes-control', 'The file has no control characters', HOSTILE, 'Remove the character; end lines with a line feed.'),
  check('S-bytes-bidi', 'The file does not turn the direction of writing', HOSTILE, 'Remove the character.'),
  check('S-bytes-zero-width', 'The file has no invisible characters', HOSTILE, 'Remove the character.'),

  check('S-yaml-empty', 'There is a document', 'There is nothing to read.', 'Write schemaVersion, model, revision and task.'),
  check('S-yaml-syntax', 'The YAML can be read', PLAIN_YAML, 'Write one `key: value` a line.'),
  check('S-yaml-tab', 'No line is indented with a tab', 'YAML does not allow it.', 'Indent with spaces.'),
  check('S-yaml-colon-space', 'A space follows every colon', 'Without one key and value are one word.', 'Write `key: value`.'),
  check('S-yaml-depth', 'The document is flat', 'A submission has two levels; deep ones only wear readers out.', 'Remove the nesting.'),
  check('S-yaml-anchor', 'There are no anchors', PLAIN_YAML, 'Remove the & and its name.'),
  check('S-yaml-alias', 'There are no aliases', PLAIN_YAML, 'Write the value out.'),
  check('S-yaml-merge-key', 'There are no merge keys', PLAIN_YAML, 'Write the keys out.'),
  check('S-yaml-tag', 'There are no tags', PLAIN_YAML, 'Remove the ! and its name.'),
  check('S-yaml-directive', 'There are no directives', PLAIN_YAML, 'Remove the line that begins with %.'),
  check('S-yaml-documents', 'There is one document', 'One file is one submission.', 'Move the others to files of their own.'),
  check('S-yaml-duplicate-key', 'Every key is there once', 'Readers differ in which one counts.', 'Keep one of them.'),
  check('S-yaml-key', 'Every key is a word', PLAIN_YAML, 'Write the key as one word.'),
  check('S-yaml-number', 'Text that looks like a number is in quotes', 'YAML reads it as a number and loses digits.', 'Put it in quotes.'),

  check('S-schema-missing', 'No key is missing', 'A run cannot be planned without it.', 'Add the key.'),
  check('S-schema-unknown-key', 'Every key is known', 'A key that nobody reads is a misunderstanding.', 'Remove or rename the key.'),
  check('S-schema-type', 'Every value is of its type', 'A run cannot be planned from it.', 'Write the value as the format says.'),
  check('S-schema-enum', 'Every choice is one of those offered', 'A run cannot be planned from it.', 'Take one of the words listed.'),
  check('S-schema-length', 'No value is too long', 'Names go into paths and tables.', 'Shorten it.'),
  check('S-schema-version', 'The format is of a known version', 'Another version may mean other things.', 'Write schemaVersion: 1.'),
  check(
    'S-schema-model',
    'The model is an id of the Hub',
    'Ids are ASCII, so that no two look alike.',
    'Write <org>/<model> as the Hub shows it.',
  ),
  check(
    'S-schema-revision',
    'The revision is a whole commit id',
    'Branches, tags and short ids move or become ambiguous.',
    "Copy the 40 digits from the model's list of commits.",
  ),
  check(
    'S-schema-endpoint',
    'The endpoint is an alias',
    'Addresses are for the operator to keep.',
    "Ask the leaderboard's operator for the alias.",
  ),
  check('S-schema-url', 'Evidence has a plain HTTPS address', 'It is fetched by a machine.', 'Write https://host/path.'),
  check(
    'S-schema-digest',
    'A digest is a SHA-256',
    'It proves that the bytes are those meant.',
    'Write the 64 digits that sha256sum prints.',
  ),
  check('S-schema-attestation', 'Every statement is confirmed', 'A result of your own rests on your word.', 'Write true where it is true.'),

  check('S-policy-denied', 'The model may be scored', "The leaderboard's policy lists it as denied.", "Ask the leaderboard's team."),
  check(
    'S-policy-backend',
    'The backend is one that runs here',
    'The policy names the backends.',
    'Take one of those listed, or leave the key out.',
  ),
  check(
    'S-policy-endpoint',
    'Endpoint and backend go together',
    'An endpoint serves only the endpoint backend.',
    'Write both backend: endpoint and the alias, or neither.',
  ),
  check(
    'S-policy-reasoning',
    'Reasoning fits the task',
    'Only text-generation and reasoning know it; the task reasoning needs it.',
    'Remove the key, or change state or task.',
  ),
  check('S-policy-effort', 'Effort goes with reasoning', 'A model that does not think has no effort.', 'Remove effort or write state: on.'),
  check(
    'S-policy-attestation',
    'Evidence is attested',
    'A result of your own rests on your word.',
    'Add the attestation with its three statements.',
  ),
  check(
    'S-policy-evidence-host',
    'Evidence lies where the policy takes it from',
    'It is fetched by a machine, which goes to known hosts alone.',
    "Upload it to one of those listed, or ask the leaderboard's team for yours.",
  ),
  check(
    'S-policy-precision',
    'The backend has the precision',
    'ONNX Runtime on a CPU has no bfloat16.',
    'Take float16 or float32, or the transformers backend.',
  ),
  check(
    'S-policy-quantization',
    'The backend has the quantisation',
    'A method comes with certain bits and runs on certain backends.',
    'Write method and bits as the checkpoint has them.',
  ),

  check('S-hub-model', 'The model is on the Hub', 'Only what everybody can get is scored.', 'Check the id.'),
  check(
    'S-hub-name',
    'The id is the one that the Hub shows today',
    'One model has one row; another case or a former name would be another.',
    'Write the id as the message says, and put the file into the folder of that name.',
  ),
  check('S-hub-files', "The model's files can be taken", 'Links and odd names lead elsewhere.', 'Do what the message says.'),
  check(
    'S-hub-revision',
    'The model has the revision',
    'Exactly this commit is measured.',
    "Copy the 40 digits from the model's list of commits.",
  ),
  check(
    'S-hub-gated',
    'The model is open',
    'The machine that measures agrees to no terms.',
    'Ask the owner to open it, or submit evidence of your own.',
  ),
  check('S-hub-task', "The model's tag fits the task", 'Figures of a task compare models made for it.', 'Change the task.'),
  check(
    'S-hub-weights',
    'The weights are in a safe format',
    'Other formats can run code, or the backend cannot read them.',
    'Add safetensors (or ONNX for the embedded backend) to the model.',
  ),
  check('S-hub-custom-code', 'The model brings no code', "A stranger's code is not run.", 'Submit a model that the libraries know.'),
  check('S-hub-licence', 'The model has a licence', 'Without one nobody may use it.', 'Name the licence in the model card.'),
  check('S-hub-size', 'The model is not too large', 'It has to fit the disk.', "Ask the leaderboard's team."),
];
