import { type FaultText, family } from './family.ts';

/** What the command line and its files can be. */
export const COMMAND_LINE_FAULTS: readonly FaultText[] = [
  ...family(
    { why: 'A command does what it says, and guesses nothing.', mend: 'Run it with --help; docs/cli.md tells every option.' },
    {
      usage: 'The command cannot be understood',
      'unknown-code': ['There is no such code', 'docs/checks.md lists them all.'],
      offline: ['Something is not local, and the Hub is left out', 'Leave out --offline, or name local files.'],
      'port-taken': ['Nothing can be served on that port', 'Name another one: --port 0 takes any that is free.'],
    },
  ),
  ...family(
    { why: 'A machine that lacks it cannot measure, or not everything.', mend: 'doctor says what to do; docs/doctor.md tells more.' },
    {
      node: 'Node.js is too old',
      git: 'There is no git that answers',
      worker: 'The transformers backend cannot run, or not on every GPU',
      'embedded-backend': 'The embedded backend cannot run',
      'cpu-meter': 'The energy of the processor cannot be measured, only estimated',
      sandbox: 'Models would run unsealed',
    },
  ),
  ...family(
    { why: 'A submission is read whole or not at all.', mend: 'Mend what is named, and run it again.' },
    {
      'submission-invalid': 'The submission has faults',
      'submission-unreadable': ['The submission cannot be read', 'Check the permissions of the file and of the folders above it.'],
      'submissions-none': ['There is no submission', 'Name one, or a folder that holds some.'],
      'root-missing': ['There is no such folder', 'Name the folder that holds submissions/ with --root.'],
      'result-invalid': ['The result is invalid', 'See every check: ai-energy-score check RESULT'],
    },
  ),
  ...family(
    { why: 'The policy says what is measured and how it is judged.', mend: 'Compare it with schemas/policy.schema.json.' },
    {
      'policy-missing': ['The policy cannot be read', 'Name an existing file.'],
      'policy-yaml': 'The policy is not YAML',
      'policy-schema': 'The policy does not fit its schema',
      'policy-no-backend': ['The policy names no backend', 'List at least one under backends.'],
    },
  ),
  ...family(
    { why: 'Only plain files of a known size are read, and nothing is overwritten.', mend: 'Name another file or folder.' },
    {
      'file-missing': 'A file cannot be read',
      'file-kind': 'A file is no plain file',
      'file-too-large': 'A file is too large to be what it should be',
      'file-not-json': 'A file is not JSON',
      'folder-refused': 'A folder cannot be made',
      'not-a-folder': 'Something that should be a folder is none',
      'import-not-written': 'The import cannot be written',
      'label-not-written': 'The label cannot be written',
      'label-link': ['A label cannot link there', 'Name an address that begins with https://.'],
      'label-no-svg': ['The file is a PNG, which does not say what it was made of', 'Name the SVG file that it was made of.'],
      'label-link-missing': ['Stars alone have to lead to the leaderboard', 'Name the address with --link.'],
      'rasteriser-missing': ['PNG files cannot be drawn', 'Take the SVG, or run: npm install @resvg/resvg-wasm'],
      'init-read': 'A file of the repository cannot be read',
      'init-write': 'A file of the repository cannot be written',
      'init-no-pin': ['No workflow is pinned to a release of this program', 'Name the folder that init wrote, or leave --upgrade out.'],
      'init-other-repository': [
        'The folder is the other one of the two repositories',
        'Name another folder: the two have different rules.',
      ],
      'templates-missing': ['The templates are not there', 'Run the program from a checkout of its repository.'],
    },
  ),
];
