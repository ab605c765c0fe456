import { resolve } from 'node:path';
import { operatorFault } from '../../domain/errors.ts';
import { counted } from '../../domain/plural.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import {
  TEMPLATE_KINDS,
  type Template,
  type TemplateKind,
  type TemplateValue,
  type TemplateValues,
  valuesIn,
  valuesNeeded,
} from '../../domain/templates/placeholders.ts';
import { readTemplate } from '../../files/templates.ts';
import {
  type InitialFile,
  initRepository,
  presentFiles,
  refuseOther,
  type UpgradedFile,
  upgradeRepository,
  type Writing,
} from '../../stages/init-repository.ts';
import { type Command, type CommandContext, JSON_OPTION } from '../command.ts';
import { repositoryName } from '../repository-name.ts';

/** Writes one of the two repositories of the bot, or moves its pins to another release. */
export const init: Command = {
  name: 'init',
  summary: 'Write the submissions or the results repository, its workflows pinned to a release; or move the pins with --upgrade.',
  arguments: 'submissions|results DIR --action OWNER/NAME --release SHA --version vX.Y.Z',
  options: {
    action: { type: 'string', placeholder: 'OWNER/NAME', description: "This program's repository, which the workflows use." },
    release: { type: 'string', placeholder: 'SHA', description: "The release's commit, all 40 digits." },
    version: { type: 'string', placeholder: 'vX.Y.Z', description: "The release's tag; it stands beside every pin." },
    results: { type: 'string', placeholder: 'OWNER/NAME', description: 'The results repository; for submissions.' },
    submissions: { type: 'string', placeholder: 'OWNER/NAME', description: 'The submissions repository; for results.' },
    upgrade: {
      type: 'boolean',
      description: 'Move the pins of an initialised folder, and tell where the template says something else now.',
    },
    'dry-run': { type: 'boolean', description: 'Tell what would be done, and write nothing.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const { kind, folder } = placeIn(context);
    const template = await readTemplate(kind);
    const given = valuesFrom(context);
    const writing: Writing = context.flag('dry-run') ? 'tell' : 'write';
    const files = context.flag('upgrade')
      ? await upgraded(context, { kind, folder, template, given, writing })
      : await written(context, { kind, folder, template, given, writing });
    if (context.flag('json')) {
      const upgrade = context.flag('upgrade');
      context.print(`${JSON.stringify({ kind, folder, upgrade, dryRun: writing === 'tell', files }, null, 2)}\n`);
    }
    return 0;
  },
};

type Work = { kind: TemplateKind; folder: string; template: Template; given: TemplateValues; writing: Writing };

async function written(context: CommandContext, { kind, folder, template, given, writing }: Work): Promise<InitialFile[]> {
  const values = complete(given, valuesNeeded(template));
  await refuseOther(folder, kind);
  const files = await initRepository(folder, { template, values, writing });
  for (const { path, status } of files) context.answer(`${WORDS[status]}  ${path}\n`);
  const count = (status: InitialFile['status']) => files.filter((file) => file.status === status).length;
  const left = count('differs');
  context.answer(`${count('written')} ${writing === 'tell' ? 'would be written' : 'written'}, ${count('same')} there already`);
  context.answer(left === 0 ? '.\n' : `; ${left} hold something else and were left as they are.\n`);
  return files;
}

const WORDS: Readonly<Record<InitialFile['status'] | UpgradedFile['status'], string>> = {
  written: 'new    ',
  same: 'same   ',
  differs: 'differs',
  moved: 'moved  ',
  missing: 'missing',
};

async function upgraded(context: CommandContext, { kind, folder, template, given, writing }: Work): Promise<UpgradedFile[]> {
  const found = valuesIn(await presentFiles(folder, template), template);
  const { release, version } = complete(given, ['release', 'version']);
  if (found.action === undefined && given.action === undefined) {
    throw operatorFault(`No workflow in ${folder} is pinned to a release of this program.`, {
      code: 'init-no-pin',
      mend: 'Name the folder that init wrote; or its action, with --action OWNER/NAME; or leave --upgrade out.',
    });
  }
  const values = complete({ ...found, ...given }, valuesNeeded(template));
  const files = await upgradeRepository(folder, { template, values, release: { release, version }, writing });
  for (const { path, status, differences } of files) {
    context.answer(`${WORDS[status]}  ${visible(path)}\n`);
    for (const { side, line } of differences) context.answer(`         ${side === 'theirs' ? '-' : '+'} ${visible(line)}\n`);
  }
  const moved = files.filter(({ status }) => status === 'moved').length;
  const different = files.filter(({ differences }) => differences.length > 0).length;
  context.answer(`Pins ${writing === 'tell' ? 'would move' : 'moved'} to ${version} in ${moved} of ${counted(files.length, 'file')}.\n`);
  if (different > 0)
    context.answer(`${different} differ from the template otherwise: - is yours, + the template's. Take over what you want.\n`);
  if (kind === 'results' && moved > 0) {
    context.answer(
      "Then run leaderboard build --repo DIR and commit both: check-repo takes derived files of the program's own version alone.\n",
    );
  }
  if (files.some(({ status }) => status === 'missing')) context.answer('What is missing is written by init without --upgrade.\n');
  return files;
}

function placeIn(context: CommandContext): { kind: TemplateKind; folder: string } {
  const [word, folder, ...more] = context.positionals;
  const kind = TEMPLATE_KINDS.find((candidate) => candidate === word);
  if (kind === undefined || folder === undefined || more.length > 0) {
    throw operatorFault('init takes submissions or results, and one folder.', {
      code: 'usage',
      mend: 'As in: init submissions DIR --action OWNER/NAME --release SHA --version v1.0.0 --results OWNER/NAME',
    });
  }
  return { kind, folder: resolve(folder) };
}

function valuesFrom(context: CommandContext): TemplateValues {
  const repositories = (['action', 'results', 'submissions'] as const).map((name) => [name, repositoryName(context, name)] as const);
  const release = formed(context, 'release', /^[0-9a-f]{40}$/, 'the 40 hexadecimal digits of a commit');
  const version = formed(context, 'version', /^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, 'a tag such as v1.2.3');
  const all = [...repositories, ['release', release], ['version', version]] as const;
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function formed(context: CommandContext, option: string, form: RegExp, what: string): string | undefined {
  const value = context.text(option);
  if (value === undefined || form.test(value)) return value;
  throw operatorFault(`--${option} takes ${what}, not ${JSON.stringify(value)}.`, { code: 'usage' });
}

const MISSING: Readonly<Record<TemplateValue, string>> = {
  action: "--action names this program's repository, which the workflows use.",
  release: 'The templates are pinned to a release; its page names the commit.',
  version: 'The release has a tag, which stands beside every pin.',
  results: 'The workflows of the submissions repository write to --results OWNER/NAME.',
  submissions: 'The pages of the results repository lead to --submissions OWNER/NAME.',
};

/** The values that are needed, all of them. */
function complete<Needed extends TemplateValue>(
  values: TemplateValues,
  needed: readonly Needed[],
): TemplateValues & Record<Needed, string> & { action: string; release: string; version: string } {
  const missing = needed.filter((name) => values[name] === undefined);
  if (missing.length === 0) return values as never;
  throw operatorFault(`${missing.map((name) => `--${name}`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`, {
    code: 'usage',
    mend: missing.map((name) => MISSING[name]).join(' '),
  });
}
