import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { operatorFault } from '../domain/errors.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { makeFolder } from '../files/make-folder.ts';
import { renderFaults, summaryOfFaults } from '../render/diagnostics.ts';
import { importSelfReported, type SelfReported } from '../stages/self-reported.ts';
import { type ValidatedFile, validateSubmissions, validationJson } from '../stages/validate.ts';
import { publishedIn } from './checking.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { submissionsFolder } from './measure-options.ts';
import { readResults } from './results-folder.ts';
import { rootFor } from './submissions-folder.ts';

/** Imports the evidence of a submission into a result folder, which is there whole or not at all. */
export async function importSubmission(context: CommandContext, path: string): Promise<ExitCode> {
  const { root, policy } = await submissionsFolder(context, context.text('root') ?? rootFor(path));
  // Its model is one that only its owner can run: the Hub is not asked for it.
  const [file] = (await validateSubmissions({ root, files: [path], policy, catalogue: null })) as [ValidatedFile];
  if (!file.valid) return tellFaults(context, file);
  const repository = context.text('repo');
  const published = repository === undefined ? null : await publishedIn(await (await readResults(repository)).snapshot());
  const out = resolve(context.text('out') ?? resultFolder(file));
  if (existsSync(out))
    throw operatorFault(`${out} is there already.`, { code: 'usage', mend: 'Name a folder that is not there yet with --out.' });
  await makeFolder(dirname(out));
  const folder = await mkdtemp(join(dirname(out), '.import-'));
  try {
    const imported = await importSelfReported({ file, policy, published, folder, now: new Date(), signal: context.signal });
    const kept = imported.verdict === 'invalid' ? null : out;
    if (kept !== null) await rename(folder, kept);
    if (kept === null) context.tell(textOf(path, imported, kept));
    else context.answer(textOf(path, imported, kept));
    if (context.flag('json')) context.print(`${JSON.stringify(jsonOf(path, imported, kept), null, 2)}\n`);
    return kept === null ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tellFaults(context: CommandContext, file: ValidatedFile): ExitCode {
  context.tell(`${renderFaults(file, { color: context.color })}\n${summaryOfFaults([file], { color: context.color })}\n`);
  if (context.flag('json')) context.print(`${JSON.stringify(validationJson([file]), null, 2)}\n`);
  return 1;
}

const resultFolder = ({ location, sha256 }: ValidatedFile): string =>
  join('results', ...(location === null ? [] : [location.org, location.name]), `self-reported-${(sha256 ?? '').slice(0, 12)}`);

function textOf(path: string, { verdict, findings }: SelfReported, kept: string | null): string {
  const failed = findings.filter(({ status }) => status === 'fail' || status === 'warn');
  const lines = failed.map(({ code, effect, message }) => `  ${effect.padEnd(10)} ${code.padEnd(28)} ${visible(message)}`);
  const where = kept === null ? 'nothing of it was kept' : `written to ${kept}`;
  return `${[`${visible(path)}: ${verdict}, self-reported, ${where}`, ...lines].join('\n')}\n`;
}

const jsonOf = (path: string, { verdict, findings }: SelfReported, kept: string | null) => ({
  path,
  verdict,
  origin: 'self-reported',
  result: kept,
  checks: findings.map(({ code, status, effect, message }) => ({ code, status, effect, message })),
});
