import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordName } from '../../src/domain/identifiers.ts';
import { labelOfEditionRow } from '../../src/domain/label-sources.ts';
import { defaultPolicy } from '../../src/domain/policy.ts';
import { badgeSvg } from '../../src/render/label/badge.ts';
import { labelSvg } from '../../src/render/label/label.ts';
import { metadataIn } from '../../src/render/label/metadata.ts';
import { folderSnapshot } from '../../src/results-repo/folder.ts';
import { changeState } from '../../src/stages/change-state.ts';
import { buildLeaderboard, writeLeaderboard } from '../../src/stages/leaderboard.ts';
import { verifyLabel } from '../../src/stages/verify-label.ts';
import { EDITION, NAMES, sampleLabel } from '../render/label-samples.ts';
import { commitAll } from '../results-repo/check-repo-repository.ts';
import { nthGpuRecord, publish, temporaryRepository } from '../results-repo/repository.ts';
import { runCli } from '../support/quick-examples.ts';

const LABEL = 'labels/latest/text-generation/example-org/model-10.svg';

let repository: Awaited<ReturnType<typeof temporaryRepository>>;
const at = (path: string) => readFile(join(repository.path, path), 'utf8');
const verified = (svg: string) => verifyLabel(svg, { snapshot: folderSnapshot(repository.path), policy: defaultPolicy() });

beforeAll(async () => {
  repository = await temporaryRepository();
  for (const n of [0, 10, 20]) await publish(repository.store, nthGpuRecord(n), { verdict: 'official' });
  await mkdir(join(repository.path, 'editions'));
  const rows = EDITION.rows.filter(({ task }) => task === 'image-to-text');
  await writeFile(join(repository.path, 'editions/2025-02.json'), JSON.stringify({ ...EDITION, rows }));
  const built = await buildLeaderboard(folderSnapshot(repository.path), defaultPolicy(), { builderVersion: '0.1.0' });
  await writeLeaderboard(repository.path, built, 'changed');
  await commitAll(repository.path, 'Edition');
});
afterAll(() => repository[Symbol.asyncDispose]());

describe('what a label tells of itself', () => {
  test('can be read back whole, whatever its names hold', () => {
    for (const model of NAMES) {
      const label = sampleLabel({ model, mark: 'disputed', assumption: '10 W & <more>' });
      expect(metadataIn(labelSvg(label, 'dark'))).toEqual({ program: 'ai-energy-score', drawing: 2, form: 'label', theme: 'dark', label });
    }
  });
});

describe('a label is verified', () => {
  test('as true today, with its badge and the labels of an edition', async () => {
    for (const path of [LABEL, LABEL.replace('labels', 'badges'), 'labels/2025-02/image-to-text/Salesforce/blip2-flan-t5-xxl.svg'])
      expect(await verified(await at(path)), path).toMatchObject({ verdict: 'true-today', reasons: [] });
    const { code, stdout, stderr } = await runCli(['label', 'verify', join(repository.path, LABEL), '--repo', repository.path, '--json']);
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout).today).toMatchObject({ stars: 3, place: { rank: 2, of: 3 }, mark: null });
  });

  test('only as SVG: of a PNG it says that it cannot be', async () => {
    const png = join(repository.path, '.git/label.png');
    const row = ['--edition', 'editions/2025-02.json', '--model', 'distilbert/distilgpt2', '--task', 'text-generation'];
    const made = await runCli(['label', ...row, '--png', '--out', png]);
    expect(made.code, made.stderr).toBe(0);
    const { code, stderr } = await runCli(['label', 'verify', png, '--repo', repository.path]);
    expect(code, stderr).toBe(1);
    expect(stderr).toContain('error[label-no-svg]');
    expect(stderr).toContain('only SVG files can be verified');
  });

  test('as not ours, where a hand changed figures, picture or words', async () => {
    const sound = await at(LABEL);
    const shown = sound.match(/<path fill="#313131"[^>]*\/>/)?.[0] ?? '';
    for (const forged of [
      sound.replace('&quot;stars&quot;:3', '&quot;stars&quot;:5'),
      sound.replace(shown, ''),
      sound.replace('<title', '<title lang="en"'),
      sound.replace(/<metadata>.*<\/metadata>/, ''),
      sound.replace(/<metadata>.*<\/metadata>/, '<metadata>{}</metadata>'),
      sound.replace('&quot;drawing&quot;:2', '&quot;drawing&quot;:1'),
      '<svg/>',
      '',
    ]) {
      const { verdict, reasons, says } = await verified(forged);
      expect([verdict, reasons.length, says], reasons[0]).toEqual(['not-ours', 1, null]);
    }
  });

  test('as not ours, where this program drew other figures, another record or an edition that holds no such row', async () => {
    const label = metadataIn(await at(LABEL))?.label ?? sampleLabel();
    const [row] = EDITION.rows.filter(({ task }) => task === 'image-to-text');
    if (row === undefined) throw new Error('The edition has no row.');
    const frozen = labelOfEditionRow(EDITION, row, { link: null });
    const cases: [Parameters<typeof labelSvg>[0], string][] = [
      [{ ...label, whPer1000Queries: 0.001 }, 'It says 0.001 for whPer1000Queries; the record says '],
      [{ ...label, hardware: 'A wind-up toy' }, 'It says "A wind-up toy" for hardware; the record says "NVIDIA H100 80GB HBM3".'],
      [{ ...label, record: 'ffffffffffff' }, 'The results repository has no record ffffffffffff.'],
      [{ ...label, record: null }, 'The results repository has no record of this label.'],
      [{ ...frozen, whPer1000Queries: frozen.whPer1000Queries / 2 }, 'Edition 2025-02 has no such row.'],
      [{ ...frozen, edition: '2030-01' }, 'The results repository has no edition 2030-01.'],
    ];
    for (const [forged, reason] of cases)
      expect(await verified(labelSvg(forged, 'light'))).toMatchObject({ verdict: 'not-ours', reasons: [expect.stringContaining(reason)] });
  });

  test('as outdated, where stars, rank or state are not today’s, with the reasons', async () => {
    const label = metadataIn(await at(LABEL))?.label ?? sampleLabel();
    expect(await verified(badgeSvg({ ...label, stars: 5 }))).toMatchObject({
      verdict: 'outdated',
      reasons: ['It says 5 of 5 stars; today it has 3 of 5 stars.'],
    });
    expect(await verified(labelSvg({ ...label, place: { rank: 1, of: 3 } }, 'light'))).toMatchObject({
      verdict: 'outdated',
      reasons: ['It says rank 1 of 3; today it has rank 2 of 3.'],
    });
    expect(await verified(labelSvg({ ...label, link: 'https://example.com/casino' }, 'light'))).toMatchObject({
      verdict: 'true-today',
      reasons: ['It leads to https://example.com/casino, which is no page of the results repository.'],
    });
    const before = await at(LABEL);
    await changeState({
      store: repository.store,
      result: recordName(nthGpuRecord(10)),
      to: 'withdrawn',
      reason: 'The owner asked.',
      by: 'test',
      policy: defaultPolicy(),
      now: new Date('2026-03-01T00:00:00Z'),
      builderVersion: '0.1.0',
    });
    const file = join(repository.path, '..', 'kept.svg');
    await writeFile(file, before);
    const { code, stdout, stderr } = await runCli(['label', 'verify', file, '--repo', repository.path, '--json']);
    expect(code, stderr).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'outdated',
      reasons: [
        'It says 3 of 5 stars; today it has no stars.',
        'It says that the result is official; today it is withdrawn. No longer valid: it was taken back.',
      ],
    });
    expect(await verified(await at(LABEL))).toMatchObject({ verdict: 'true-today' });
  });
});
