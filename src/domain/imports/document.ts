import { sha256 } from '../canonical.ts';
import { type CheckText, fail, findingOf, noProblems, type Outcome, pass, skip } from '../checks/check.ts';
import type { CheckEffect, Finding, Verdict } from '../findings.ts';
import type { Import } from '../generated/import.ts';
import { validateImport } from '../generated/validators.js';
import { verdictOf } from '../verdict.ts';
import { REPORT_CHECKS } from './checks.ts';
import { figureOf } from './figure.ts';
import { omissionsOf } from './omissions.ts';
import { readReport } from './read-report.ts';
import { TEXT_CHECKS } from './text-checks.ts';
import type { ImportRequest, Told } from './told.ts';

/** A check of a written import. */
type DocumentCheck = CheckText & { readonly effect: CheckEffect; readonly run: (written: Written) => Outcome };

type Written = { document: Import; report: string | null };

/** Checks of an import that was written before. */
export const DOCUMENT_CHECKS: readonly DocumentCheck[] = [
  {
    code: 'I-document-figure',
    effect: 'invalid',
    title: 'The figure is what follows from the report that the document holds.',
    why: 'A figure that was edited is no figure.',
    mend: 'Import the report again.',
    run: ({ document }) =>
      same(document.figure, figureOf(toldOf(document), requestOf(document)))
        ? pass('Computed again, it is the same.')
        : fail('The figure does not follow from the energies and queries of the document.'),
  },
  {
    code: 'I-document-omits',
    effect: 'invalid',
    title: 'The document lists everything that its figure omits.',
    why: 'A figure without its omissions looks like a measurement.',
    mend: 'Import the report again.',
    run: ({ document }) => {
      const expected = omissionsOf(toldOf(document), requestOf(document));
      const missing = expected
        .filter(({ code }) => !document.omits.some((entry) => entry.code === code))
        .map(({ code }) => `${code} is not listed`);
      if (missing.length > 0) return noProblems(missing, '');
      return same(expected, document.omits)
        ? pass(`${expected.length} omissions.`)
        : fail('The omissions are not as they are written here.');
    },
  },
  {
    code: 'I-document-source',
    effect: 'invalid',
    title: 'The document is what the report beside it converts to.',
    why: 'The report is the only evidence that there is.',
    mend: 'Import the report again.',
    run: ({ document, report }) => {
      if (report === null) return skip('The report is not at hand.');
      if (sha256(report) !== document.source.sha256) return fail('The report beside it is another one.');
      const again = importReport(report, { ...requestOf(document), revision: document.revision, file: document.source.file });
      return same(again.document, document) ? pass('Converted again, it is the same.') : fail('The report converts to another document.');
    },
  },
];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the checks say of a report or of a written import. */
export type CheckedImport = {
  /** Never official. */
  verdict: Verdict;
  reasons: Finding[];
  findings: Finding[];
  /** The import; null where a check whose failure is invalid failed. */
  document: Import | null;
};

/** The schema check of a written import. */
export const SCHEMA_CHECK: CheckText & { readonly effect: CheckEffect } = {
  code: 'I-document-schema',
  effect: 'invalid',
  title: 'The document fits its schema.',
  why: 'The schema names the unit of every figure and bounds it.',
  mend: 'Take the report as the harness wrote it, import it again, and compare with schemas/import.schema.json.',
};

function schemaFinding(value: unknown): Finding {
  if (value === null) return findingOf(SCHEMA_CHECK, skip('There is no document.'), null);
  const faults = validateImport(value) ? [] : (validateImport.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
  return findingOf(SCHEMA_CHECK, noProblems(faults, 'It fits.'), null);
}

const judged = (findings: Finding[], document: Import | null): CheckedImport => {
  const judgement = verdictOf(findings, { scripted: false });
  return { ...judgement, findings, document: judgement.verdict === 'invalid' ? null : document };
};

const reportFindings = (told: Told | null, request: ImportRequest): Finding[] =>
  REPORT_CHECKS.map((check) => findingOf(check, told === null ? skip('The report cannot be read.') : check.run({ told, request }), null));

export type ReportRequest = ImportRequest & {
  /** Name of the report's file, without its folder. */
  file: string;
};

/** Converts a report of another harness, with every check of its text and of what it says. */
export function importReport(text: string, request: ReportRequest): CheckedImport {
  const reading = readReport(text);
  const { told } = reading;
  const asked = { ...request, revision: request.revision ?? pinned(told) };
  const findings = [...TEXT_CHECKS.map((check) => findingOf(check, check.run(reading), null)), ...reportFindings(told, asked)];
  const bad = findings.some(({ status, effect }) => status === 'fail' && effect === 'invalid');
  const document = told === null || bad ? null : documentOf(text, told, asked);
  return judged([...findings, schemaFinding(document)], document);
}

/** The commit that a report names; null where it names none, or only a branch. */
const pinned = (told: Told | null): string | null =>
  told?.revision != null && /^[0-9a-f]{40}$/.test(told.revision) ? told.revision : null;

function documentOf(text: string, told: Told, request: ReportRequest): Import | null {
  const figure = figureOf(told, request);
  if (figure === null) return null;
  const {
    tool,
    shape,
    version,
    windows,
    empty: _empty,
    efficiencies: _efficiencies,
    meterError: _error,
    problems: _problems,
    ...report
  } = told;
  return {
    schemaVersion: 1,
    origin: 'imported',
    source: { tool, version, shape, file: request.file, sha256: sha256(text), bytes: Buffer.byteLength(text) },
    model: request.model,
    revision: request.revision,
    task: request.task,
    told: request.told,
    report: { ...inOrder(report), windows: windows as Import['report']['windows'] },
    figure,
    omits: omissionsOf(told, request),
  };
}

/** Fields in one order, so that the same report gives the same text. */
const inOrder = <T extends object>(fields: T): T => Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) as T;

const toldOf = ({ source, report }: Import): Told => ({
  ...report,
  tool: source.tool,
  shape: source.shape,
  version: source.version,
  empty: [],
  efficiencies: { counts: [], problems: [] },
  meterError: null,
  problems: [],
});

const requestOf = ({ model, task, revision, told }: Import): ImportRequest => ({ model, task, revision, told });

/** Whether a JSON value means to be an import, so that it is checked as one and not as a record. */
export const isImport = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (value as Partial<Import>).origin === 'imported' &&
  'figure' in value &&
  !('plan' in value);

/**
 * Checks an import that was written before, as if its report were read again.
 * @param report the report's text where it is at hand
 */
export function checkImport(value: unknown, report: string | null): CheckedImport {
  const schema = schemaFinding(value ?? 'null');
  if (schema.status !== 'pass') return judged([schema], null);
  const document = value as Import;
  const own = DOCUMENT_CHECKS.map((check) => findingOf(check, check.run({ document, report }), null));
  return judged([schema, ...own, ...reportFindings(toldOf(document), requestOf(document))], document);
}

/** The text of an import's file. */
export const importText = (document: Import): string => `${JSON.stringify(document, null, 2)}\n`;
