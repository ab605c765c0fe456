import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, operatorFault } from '../domain/errors.ts';
import type { Finding } from '../domain/findings.ts';
import type { Import } from '../domain/generated/import.ts';
import { type CheckedImport, checkImport, importReport, importText, isImport } from '../domain/imports/document.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { findTask, TASKS } from '../domain/tasks.ts';
import { type CommandContext, wholeNumber } from './command.ts';
import { readTextFile } from './files.ts';

const MODEL = /^(?!.*(?:\.\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?\/[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$/;

/** Most queries of a pass that can be told. */
const MOST_QUERIES = 999_999_999;

/** Converts the report of another harness that the command line names. */
export async function importReportFile(context: CommandContext, path: string): Promise<CheckedImport> {
  const request = reportRequest(context);
  const text = await readTextFile(path, 'report');
  return importReport(text, { ...request, file: basename(path).slice(0, 200) });
}

function reportRequest(context: CommandContext): Omit<Parameters<typeof importReport>[1], 'file'> {
  const model = context.text('model') ?? '';
  const task = findTask(context.text('task') ?? '');
  const revision = context.text('revision') ?? null;
  const hardware = context.text('hardware') ?? null;
  if (!MODEL.test(model)) throw usage('--model takes the model’s id on the Hub, <org>/<model>.', 'Name the model that was measured.');
  if (task === null) throw usage('--task takes a task.', `There is ${TASKS.map(({ key }) => key).join(', ')}.`);
  if (revision !== null && !/^[0-9a-f]{40}$/.test(revision))
    throw usage('--revision takes a full commit id: 40 lower-case hexadecimal digits.', 'Look it up on the Hub.');
  if (hardware !== null && hardware.length > 200) throw usage('--hardware takes at most 200 characters.', 'Shorten it.');
  return { model, task: task.key, revision, told: { queries: wholeNumber(context, 'queries', 1, MOST_QUERIES) ?? null, hardware } };
}

const usage = (message: string, mend: string) => operatorFault(message, { code: 'usage', mend });

/** Writes an import to a file. @throws Fault of the operator, code import-not-written */
export async function writeImport(document: Import, file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, importText(document));
  } catch (cause) {
    throw operatorFault(`The import cannot be written to ${file}: ${messageOf(cause)}.`, {
      code: 'import-not-written',
      mend: 'Name a file in a folder where you may write with --out.',
      cause,
    });
  }
}

/**
 * Checks an import that was written before, with its report where that lies beside it.
 * @returns null where the file is no import
 * @throws as readTextFile
 */
export async function checkImportFile(path: string): Promise<CheckedImport | null> {
  const value = jsonOf(await readTextFile(path, 'result'));
  if (!isImport(value)) return null;
  const named = (value as Partial<Import>).source?.file;
  const beside = typeof named === 'string' && basename(named) === named && named !== '' ? join(dirname(path), named) : null;
  const report = beside !== null && beside !== path && existsSync(beside) ? await readTextFile(beside, 'report') : null;
  return checkImport(value, report);
}

/** The value of a JSON text; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Whoever reads it as a record tells what is wrong with it.
  }
}

/** What was converted, in lines for people. */
export function importLines(path: string, { verdict, findings, document }: CheckedImport): string {
  const told = findings.filter(({ status }) => status === 'fail' || status === 'warn').map((finding) => findingLine(finding));
  if (document === null) return `${[`${visible(path)}: no figure`, ...told].join('\n')}\n`;
  const { figure, omits, model, task, source } = document;
  const phases = figure.phases.map(({ name, whPer1000Queries }) => `  ${name.padEnd(12)} ${figureText(whPer1000Queries)}`);
  return `${[
    `${visible(path)}: ${model} on ${task}, ${figureText(figure.whPer1000Queries)} of GPU energy, ${verdict}, imported from ${source.tool}`,
    ...phases,
    ...told,
    `  what the figure omits (${omits.length}):`,
    ...omits.map(({ code, sentence }) => `    ${code.padEnd(22)} ${sentence}`),
  ].join('\n')}\n`;
}

const figureText = (wattHours: number): string => `${Number(wattHours.toPrecision(6))} Wh per 1,000 queries`;

const findingLine = ({ code, effect, message }: Finding): string => `  ${effect.padEnd(10)} ${code.padEnd(24)} ${visible(message)}`;

/** The form of --json. */
export const importJson = (path: string, { verdict, findings, document }: CheckedImport) => ({
  path,
  verdict,
  checks: findings.map(({ code, status, effect, message }) => ({ code, status, effect, message })),
  import: document,
});
