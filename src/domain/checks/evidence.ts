import { sameJson, sha256 } from '../canonical.ts';
import type { Result } from '../generated/result.ts';
import { fail, noProblems, pass, type RecordCheck, withEvidence } from './check.ts';

const WHOLE_BUNDLE = 'Take the bundle as the benchmark wrote it.';

/** Files without which nothing can be recomputed; packed ones end in .gz. */
const NEEDED = ['plan.json', 'submission.yaml', 'environment.json', 'readings.jsonl', 'trace.jsonl'];

const PLAIN_PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** Checks of the bundle. */
export const EVIDENCE_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-evidence-present',
    effect: 'unofficial',
    reads: 'record',
    title: 'The bundle is at hand.',
    why: 'Without it nothing can be recomputed, and an official figure is one that was recomputed.',
    mend: 'Check the record together with its bundle.',
    run: ({ evidence }) =>
      evidence === null ? fail('The bundle is not at hand, so nothing was recomputed.') : pass('The bundle is at hand.'),
  },
  {
    code: 'R-evidence-manifest',
    effect: 'invalid',
    reads: 'record',
    title: "The bundle's manifest is the one that the record names.",
    why: 'The manifest holds the digest of every file, so that its own digest pins the whole bundle.',
    mend: WHOLE_BUNDLE,
    run: withEvidence((evidence, { record }) =>
      evidence.manifestSha256 === record.bundle.manifestSha256
        ? pass('The manifest is the one that the record names.')
        : fail(`The manifest's digest is ${evidence.manifestSha256}, not ${record.bundle.manifestSha256}.`),
    ),
  },
  {
    code: 'R-evidence-files',
    effect: 'invalid',
    reads: 'record',
    title: 'Every file of the bundle is as the manifest says, and none is missing or surplus.',
    why: 'A reading that was changed is no reading.',
    mend: WHOLE_BUNDLE,
    run: withEvidence((evidence) =>
      noProblems(
        evidence.damage.map((sentence) => sentence.replace(/\.$/, '')),
        'Every file is as the manifest says.',
      ),
    ),
  },
  {
    code: 'R-evidence-plan',
    effect: 'invalid',
    reads: 'record',
    title: "The bundle's plan and submission are those of the record.",
    why: 'The bundle shows what was asked for and what was planned; another one belongs to another run.',
    mend: WHOLE_BUNDLE,
    run: withEvidence(({ manifest }, { record }) => {
      const digestIn = (path: string) => manifest.files.find((file) => file.path === path)?.sha256;
      const problems: string[] = [];
      if (digestIn('submission.yaml') !== record.plan.submission.sha256) problems.push('submission.yaml is not the submission of the plan');
      if (digestIn('plan.json') !== sha256(`${JSON.stringify(record.plan, null, 2)}\n`))
        problems.push("plan.json is not the record's plan");
      return noProblems(problems, 'Plan and submission are those of the record.');
    }),
  },
  {
    code: 'R-evidence-environment',
    effect: 'invalid',
    reads: 'record',
    title: 'Software, hardware and pauses of the record are those of the bundle.',
    why: 'Isolation, versions and hardware decide what a result is; they are written down where it was measured.',
    mend: WHOLE_BUNDLE,
    run: withEvidence(({ environment }, { record }) => {
      const written = (environment ?? {}) as Partial<Pick<Result, 'software' | 'hardware' | 'pauses'>>;
      const differs = (['software', 'hardware'] as const).filter((part) => !sameJson(written[part], record[part]));
      const problems = differs.map((part) => `the ${part} is not that of environment.json`);
      if (!sameJson(written.pauses ?? [], record.pauses ?? [])) problems.push('the pauses are not those of environment.json');
      return noProblems(problems, 'Software, hardware and pauses are those of the bundle.');
    }),
  },
  {
    code: 'R-evidence-paths',
    effect: 'invalid',
    reads: 'record',
    title: "The manifest's paths are plain, relative and different, whatever their case.",
    why: 'A path can lead out of the bundle, and two paths can meet in one file.',
    mend: WHOLE_BUNDLE,
    run: withEvidence(({ manifest }) => {
      const paths = manifest.files.map((file) => file.path);
      const problems = paths.filter((path) => !PLAIN_PATH.test(path)).map((path) => `${JSON.stringify(path)} is no plain path`);
      if (new Set(paths.map((path) => path.toLowerCase())).size < paths.length) problems.push('two paths are the same but for their case');
      return noProblems(problems, 'Plain paths.');
    }),
  },
  {
    code: 'R-evidence-needed',
    effect: 'invalid',
    reads: 'record',
    title: 'The bundle holds the plan, the submission, the environment, the readings and the trace.',
    why: 'These are what a sceptic needs to recompute the score and to repeat the run.',
    mend: WHOLE_BUNDLE,
    run: withEvidence(({ manifest }) => {
      const present = new Set(manifest.files.map((file) => file.path.replace(/\.gz$/, '')));
      return noProblems(
        NEEDED.filter((path) => !present.has(path)).map((path) => `${path} is missing`),
        'The needed files are there.',
      );
    }),
  },
  {
    code: 'R-evidence-size',
    effect: 'invalid',
    reads: 'record',
    title: "The record's count of the bundle's files is right, and its size is that of the files.",
    why: 'Whoever downloads a bundle relies on both for its limits.',
    mend: WHOLE_BUNDLE,
    run: withEvidence(({ manifest }, { record }) => {
      const { files, bytes } = record.bundle;
      const listed = manifest.files.reduce((total, file) => total + file.bytes, 0);
      // The manifest is a file of the bundle, too, and the only one that it does not list.
      if (files !== manifest.files.length + 1) return fail(`The record says ${files} files; there are ${manifest.files.length + 1}.`);
      return bytes > listed
        ? pass(`${files} files, ${bytes} bytes.`)
        : fail(`The record says ${bytes} bytes; the files alone have ${listed}.`);
    }),
  },
];
