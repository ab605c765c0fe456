import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import { effectOn } from '../../src/domain/checks/check.ts';
import { explain, RESULT_CHECKS } from '../../src/domain/checks/index.ts';
import { PUBLICATION_CHECKS } from '../../src/domain/checks/publication.ts';
import type { Evidence, Manifest } from '../../src/domain/evidence.ts';
import type { Verdict } from '../../src/domain/findings.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { checkResult } from '../../src/stages/check.ts';
import { plotOf } from '../../src/stages/plot.ts';
import { bundleOf, cpuRecord, goodEvidence, goodPlan, goodRecord, recordText, scriptedRecord, sealed } from '../support/records.ts';

import { FAILING, goodRequest, publishedOf, requestOf, withNumber } from './check-fixtures.ts';

function withManifest(evidence: Evidence, files: Manifest['files']): Evidence {
  const manifest: Manifest = { schemaVersion: 1, files };
  return { ...evidence, manifest, manifestSha256: sha256(`${JSON.stringify(manifest, null, 2)}\n`) };
}

const CODES = RESULT_CHECKS.map((check) => check.code);
const good = checkResult(goodRequest());
const findingIn = (result: ReturnType<typeof checkResult>, code: string) => result.findings.find((finding) => finding.code === code);

describe('the registry of result checks', () => {
  test('gives every check a code of its own, and texts that are sentences', () => {
    expect(new Set(CODES).size).toBe(CODES.length);
    for (const check of [...RESULT_CHECKS, ...PUBLICATION_CHECKS]) {
      expect(check.code).toMatch(/^[RP](?:-[a-z]+)+$/);
      for (const text of [check.title, check.why, check.mend]) expect(text).toMatch(/^[A-Za-z].*\.$/s);
    }
  });

  test('has a failing fixture for every check, and none for a check that is no more', () => {
    expect(Object.keys(FAILING).sort()).toEqual([...CODES].sort());
  });

  test('explains every code in any case, and no other', () => {
    for (const code of CODES) expect(explain(code.toUpperCase())?.code).toBe(code);
    expect(explain('P-path')?.mend).toBeTypeOf('string');
    expect(explain('R-no-such-check')).toBeNull();
  });
});

describe('a good record', () => {
  test('is official', () => expect(good.verdict).toBe('official'));
  test('gets one finding per check, in the order of the registry', () =>
    expect(good.findings.map((finding) => finding.code)).toEqual(CODES));
  test.each(CODES)('passes %s', (code) => expect(findingIn(good, code)).toMatchObject({ status: 'pass' }));
});

const VERDICT_OF: Readonly<Record<string, Verdict>> = { invalid: 'invalid', unofficial: 'unofficial', warn: 'official' };

describe('a fixture', () => {
  test.each(RESULT_CHECKS)('fails $code, and the verdict follows from its effect', (check) => {
    const request = FAILING[check.code]?.();
    if (request === undefined) throw new Error(`No fixture for ${check.code}.`);
    const result = checkResult(request);
    const effect = effectOn(check.effect, result.record);
    expect(findingIn(result, check.code)).toMatchObject({ effect, status: effect === 'warn' ? 'warn' : 'fail' });
    expect(result.verdict).toBe(VERDICT_OF[effect]);
  });
});

describe('a number that a double cannot hold', () => {
  test.each(['NaN', 'Infinity', '-Infinity', '1e999', '5e-324', '1e-400', '-0', '-0.0', '9007199254740993', `1.${'0'.repeat(40)}1`])(
    '%s is refused',
    (written) => {
      expect(findingIn(checkResult(withNumber(written)), 'R-form-numbers')).toMatchObject({
        status: 'fail',
        message: expect.stringMatching(/^line \d+, column \d+: /),
      });
    },
  );

  test.each(['0', '0.0', '0e5', '2.2250738585072014e-308', '1e3', '9007199254740991'])('%s is none', (written) => {
    expect(findingIn(checkResult(withNumber(written)), 'R-form-numbers')?.status).toBe('pass');
  });
});

describe('a result that is unofficial anyway', () => {
  const laptop = cpuRecord();

  test('is sound but for what makes it unofficial', () => {
    const result = checkResult({ ...requestOf(laptop), expected: null });
    expect(result.verdict).toBe('unofficial');
    expect(result.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining([
        'R-energy-scope',
        'R-energy-quality',
        'R-method-runs-official',
        'R-method-dataset-official',
        'R-software-isolation',
      ]),
    );
    expect(result.findings.filter((finding) => finding.status === 'warn')).toEqual([]);
  });

  test('is kept with a warning when its runs scatter or drift', () => {
    const noisy = structuredClone(laptop);
    for (const phase of noisy.runs[2]?.phases ?? []) for (const entry of phase.joules) entry.joules = Math.round(entry.joules * 15) * 0.1;
    const result = checkResult({ ...requestOf(sealed(noisy)), expected: null });
    expect(findingIn(result, 'R-energy-cv')).toMatchObject({ effect: 'warn', status: 'warn' });
    expect(findingIn(result, 'R-energy-drift')).toMatchObject({ effect: 'warn', status: 'warn' });
    expect(result.verdict).toBe('unofficial');
  });

  test('is invalid all the same when it does not follow from its readings', () => {
    const evidence = goodEvidence(laptop);
    for (const reading of evidence.readings.slice(-1)) reading.count += 1;
    expect(checkResult({ ...requestOf(laptop, evidence), expected: null }).verdict).toBe('invalid');
  });

  test('measured for no pull request fails where a gate ordered one', () => {
    const result = checkResult({ ...requestOf(laptop), expected: { head: '0'.repeat(40) } });
    expect(findingIn(result, 'R-identity-head')?.message).toContain('run locally');
  });
});

describe('what cannot be evaluated', () => {
  test('is skipped with its reason', () => {
    const result = checkResult({ ...goodRequest(), evidence: null, expected: null, published: null });
    const skipped = result.findings.filter((finding) => finding.status === 'skip');
    expect(skipped.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(['R-energy-recomputed', 'R-identity-nonce', 'R-identity-single-use', 'R-trace-gap']),
    );
    for (const finding of skipped) expect(finding.message).toMatch(/\.$/);
    expect(result.verdict).toBe('unofficial');
  });

  test('skips everything but the form of a record that cannot be read', () => {
    const result = checkResult({ ...goodRequest(), text: 'not a record' });
    expect(result.record).toBeNull();
    expect(result.verdict).toBe('invalid');
    expect(result.findings.filter((finding) => !finding.code.startsWith('R-form-')).every((finding) => finding.status === 'skip')).toBe(
      true,
    );
  });
});

describe('other good records', () => {
  test('a later attempt of the run that the gate ordered is accepted', () => {
    expect(findingIn(checkResult({ ...goodRequest(), expected: { runId: 5001, attempt: 1 } }), 'R-identity-run')?.status).toBe('pass');
    const later = goodRecord({
      identity: {
        kind: 'pull-request',
        repositoryId: 1001,
        pullRequest: 7,
        head: 'a'.repeat(40),
        blob: 'b'.repeat(40),
        runId: 5001,
        attempt: 3,
      },
    });
    expect(findingIn(checkResult({ ...requestOf(later), expected: { runId: 5001, attempt: 2 } }), 'R-identity-run')?.status).toBe('pass');
  });

  test('publishing the same record again is no second use of its nonce', () => {
    const record = goodRecord();
    const request = goodRequest();
    const itself = publishedOf(record, { name: request.expected?.recordDigest?.slice(0, 12) ?? '', nonce: record.nonce });
    expect(findingIn(checkResult({ ...request, published: [itself] }), 'R-identity-single-use')?.status).toBe('pass');
  });

  test('a record that says itself that it was approved is not official: what the gate ordered has to be at hand', () => {
    const result = checkResult({ ...requestOf(goodRecord()), expected: null });
    expect(result.verdict).toBe('unofficial');
    expect(findingIn(result, 'R-identity-gate')?.status).toBe('fail');
  });

  test('a picture of the power that is not the one of the trace is damage, however well the bundle is sealed', () => {
    const record = goodRecord();
    const evidence = goodEvidence(record);
    const drawn = plotOf(record, [...evidence.trace, ...evidence.gpuTrace]);
    for (const [picture, status] of [
      [drawn, 'pass'],
      [drawn.replace('</svg>', '<script>alert(1)</script></svg>'), 'fail'],
    ] as const) {
      const files = [...goodEvidence(record).manifest.files, { path: 'power.svg', bytes: picture.length, sha256: sha256(picture) }];
      const sealedEvidence = withManifest(evidence, files);
      const result = checkResult(requestOf({ ...record, bundle: bundleOf(sealedEvidence) }, sealedEvidence));
      expect(findingIn(result, 'R-evidence-files')?.status).toBe(status);
    }
  });

  test('scripted hardware makes a rehearsal of what would be official, and leaves the invalid invalid', () => {
    const record = scriptedRecord();
    expect(checkResult(requestOf(record)).verdict).toBe('rehearsal');
    record.planDigest = '0'.repeat(64);
    expect(checkResult(requestOf(record)).verdict).toBe('invalid');
  });

  test('a repeated data set counts as whole passes', () => {
    const record = goodRecord();
    const phases = record.runs.flatMap((run) => run.phases).filter((phase) => phase.name === 'preprocess');
    for (const phase of phases) Object.assign(phase, { passes: 4, queries: 4000, inputTokens: 4 * (phase.inputTokens ?? 0) });
    expect(checkResult(requestOf(sealed(record))).verdict).toBe('official');
  });

  test('a policy may ask for another number of runs on one task', () => {
    const request = requestOf(goodRecord({ plan: goodPlan({ runs: 2 }) }));
    const policy = defaultPolicy();
    policy.official.runsByTask['text-generation'] = 2;
    expect(findingIn(checkResult({ ...request, policy }), 'R-method-runs-official')?.status).toBe('pass');
  });

  test('a single run has neither spread nor drift, and says so', () => {
    const result = checkResult(requestOf(goodRecord({ plan: goodPlan({ runs: 1 }) })));
    expect(findingIn(result, 'R-energy-cv')?.status).toBe('skip');
    expect(findingIn(result, 'R-energy-drift')?.status).toBe('skip');
    expect(result.verdict).toBe('unofficial');
  });

  test('the text of a record may be written in any way that means the same', () => {
    const record = goodRecord();
    expect(checkResult({ ...requestOf(record), text: JSON.stringify(record) }).verdict).toBe('official');
    expect(checkResult({ ...requestOf(record), text: recordText(record).replaceAll('\n', '\r\n') }).verdict).toBe('official');
  });
});
