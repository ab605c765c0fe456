import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../../src/domain/canonical.ts';
import { LABEL_DRAWING } from '../../src/domain/label.ts';
import { queriesOf } from '../../src/domain/model-card.ts';
import { badgeSvg } from '../../src/render/label/badge.ts';
import { labelSvg } from '../../src/render/label/label.ts';
import { starsSvg } from '../../src/render/label/stars.ts';
import { snippetOf } from '../../src/render/snippet.ts';
import { runCli } from '../support/quick-examples.ts';
import { cpuRecord, goodRecord } from '../support/records.ts';
import { NAMES, sampleLabel } from './label-samples.ts';

const IMAGE = 'https://example.org/board/labels/latest/text-generation/example-org/synthetic-1b.svg';
const OFFICIAL = queriesOf(goodRecord());

describe('the snippet for a model card', () => {
  test('has the label, its figures and its link, and metadata as the Hub reads it', () => {
    const label = sampleLabel({ link: 'https://example.org/board/verify.html?label=x' });
    const { markdown, yaml } = snippetOf(label, IMAGE, OFFICIAL);
    expect(markdown).toContain(`](${IMAGE})](https://example.org/board/verify.html?label=x)`);
    expect(markdown).toContain('| Text generation, class A | 7.07 | 7.05 to 7.08 | ★★★★☆ | NVIDIA H100 80GB HBM3 |');
    expect(parse(yaml ?? '')).toEqual({
      'model-index': [
        {
          name: 'example-org/synthetic-1b',
          results: [
            {
              task: { type: 'text-generation', name: 'Text generation' },
              dataset: { type: 'EnergyStarAI/text_generation', name: 'text_generation', revision: OFFICIAL.revision, split: 'train' },
              metrics: [
                {
                  type: 'energy_wh_per_1000_queries',
                  name: 'GPU energy, Wh per 1,000 queries, on NVIDIA H100 80GB HBM3',
                  value: 7.0666,
                },
                { type: 'energy_score_stars', name: 'AI Energy Score, stars of 5', value: 4 },
              ],
              source: { name: 'AI Energy Score', url: 'https://example.org/board/verify.html?label=x' },
            },
          ],
        },
      ],
    });
  });

  test('says first what is not official, and gives no metadata for what does not hold', () => {
    expect(snippetOf(sampleLabel({ mark: 'self-reported' }), IMAGE, OFFICIAL).markdown).toContain('**Unofficial: measured and attested');
    const { markdown, yaml } = snippetOf(sampleLabel({ mark: 'withdrawn', stars: null }), IMAGE, OFFICIAL);
    expect(markdown).toContain('**No longer valid');
    expect(yaml).toBeNull();
  });

  test('says in the metadata, too, that a figure is not official', () => {
    const { yaml } = snippetOf(sampleLabel({ mark: 'unofficial', link: IMAGE }), IMAGE, OFFICIAL);
    const [result] = parse(yaml ?? '')['model-index'][0].results;
    const names = [...result.metrics, result.source].map(({ name }: { name: string }) => name);
    expect(names).toEqual([
      'UNOFFICIAL. GPU energy, Wh per 1,000 queries, on NVIDIA H100 80GB HBM3',
      'UNOFFICIAL. AI Energy Score, stars of 5',
      'UNOFFICIAL. AI Energy Score',
    ]);
  });

  test('names the queries that were asked, and gives no metadata where they are no data set of the Hub', () => {
    const official = snippetOf(sampleLabel(), IMAGE, { ...OFFICIAL, rows: 1000 }).markdown;
    expect(official).toContain(`EnergyStarAI/text&#95;generation at ${OFFICIAL.revision?.slice(0, 12)}, 1,000 queries.`);
    const own = snippetOf(sampleLabel({ mark: 'unofficial' }), IMAGE, queriesOf(cpuRecord()));
    expect(own.markdown).toContain('on text-generation.jsonl, 200 queries, which is not the official data set.');
    expect(own.markdown).toContain('**Unofficial:');
    expect(`${own.markdown}${own.yaml}`).not.toContain('EnergyStarAI');
    expect(own.yaml).toBeNull();
  });

  test('names no data set where nobody knows it', () => {
    const { markdown, yaml } = snippetOf(sampleLabel({ mark: 'rehearsal' }), IMAGE, null);
    expect(markdown).toContain('GPU energy of inference.');
    expect(yaml).toBeNull();
  });

  test('names reasoning by the task that the Hub knows', () => {
    const { yaml } = snippetOf(sampleLabel({ task: 'reasoning' }), IMAGE, OFFICIAL);
    expect(parse(yaml ?? '')['model-index'][0].results[0].task).toEqual({ type: 'text-generation', name: 'Reasoning' });
  });

  test('shows names as they are, whatever they hold', () => {
    for (const model of NAMES.slice(0, 60)) {
      const { markdown, yaml } = snippetOf(sampleLabel({ model, hardware: model }), IMAGE, OFFICIAL);
      const html = marked.parse(markdown, { async: false });
      expect(html.match(/<(?:script|img|a|svg|image)\b/g)).toEqual(['<a', '<img', '<a']);
      expect(html.match(/<table/g)).toHaveLength(1);
      expect(Object.keys(parse(yaml ?? ''))).toEqual(['model-index']);
    }
  });

  test('is printed by the command, with the place of the picture', async () => {
    const row = [
      'label',
      '--edition',
      'editions/2025-02.json',
      '--model',
      'distilbert/distilgpt2',
      '--task',
      'text-generation',
      '--snippet',
    ];
    const [beside, named, both] = await Promise.all([runCli(row), runCli([...row, '--image', IMAGE, '--json']), runCli([...row, '--png'])]);
    expect(beside.code, beside.stderr).toBe(0);
    expect(beside.stdout).toContain('](ai-energy-score.svg)](https://huggingface.co/spaces/AIEnergyScore/Leaderboard)');
    expect(beside.stdout).toContain('GPU energy of inference on EnergyStarAI/text&#95;generation, 1,000 queries.');
    expect(beside.stderr).toContain('Put the label beside the card');
    expect(JSON.parse(named.stdout)).toMatchObject({ image: IMAGE, label: { stars: 5, whPer1000Queries: 1.313333 } });
    expect(both.code).toBe(2);
  });
});

test('who changes how labels look counts the drawing up: published ones are drawn anew only then', () => {
  const label = sampleLabel();
  const drawn = [labelSvg(label, 'light'), labelSvg(label, 'dark'), badgeSvg(label), starsSvg(label, 'light')].join('');
  expect([LABEL_DRAWING, sha256(drawn).slice(0, 12)]).toEqual([2, '06da97319120']);
});
