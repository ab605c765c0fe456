import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { COMMENT_BYTES } from '../../src/render/markdown.ts';
import { ordinal } from '../../src/render/numbers.ts';
import { publicationComment } from '../../src/render/publication-comment.ts';
import { PULL_REQUEST_MARKER } from '../../src/render/validation-comment.ts';
import { botComments, PUBLICATION_PLACE, published } from './bot-comments.ts';

const comments = await botComments();
const comment = (name: string): string => {
  const found = comments.get(name);
  if (found === undefined) throw new Error(`There is no comment ${name}.`);
  return found;
};

/** What a reader sees: no tags, no code, entities as the characters they are. */
const seen = async (markdown: string): Promise<string> =>
  (await marked(markdown, { gfm: true }))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));

describe.each([...comments])('%s', (name, markdown) => {
  test('fits, and begins with the marker by which it is found again', () => {
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(COMMENT_BYTES);
    const marker = name.startsWith('answer') ? /^<!-- ai-energy-score:answer:1 [^\n]* -->\n/ : new RegExp(`^${PULL_REQUEST_MARKER}\n`);
    expect(markdown).toMatch(marker);
  });

  test('counts in the words of people', async () => {
    const text = await seen(markdown);
    expect(text).not.toMatch(/\b1 (?:runs|queries|checks|faults|GPUs|GPU minutes|tokens|results|submissions|files|minutes|days)\b/);
    expect(text).not.toMatch(/\b(?:[02-9]|\d*[02-9]|1\d) (?:run|query|check|fault|submission)\b(?! (?:of|at))/);
  });

  test('shows code as code: no backtick and no emphasis of ours is left over', async () => {
    if (name.includes('hostile')) return;
    expect(await seen(markdown)).not.toMatch(/`|\*\*|&amp;#|\bundefined\b|\bnull\b|\[object/);
  });

  test('mentions nobody and holds no HTML but its own', () => {
    const written = markdown.replace(/(`+)[\s\S]*?\1/g, '');
    expect(written).not.toMatch(/@[a-z]/i);
    const tags = new Set([...written.matchAll(/<([a-z!][^\s>]*)/gi)].map(([, tag]) => tag));
    expect([...tags].filter((tag) => !['!--', 'a', 'img', 'sub', 'details', 'summary', 'b'].includes(tag ?? ''))).toEqual([]);
  });
});

test.each([
  ['waiting', '✅ validated → ⏳ approved → ▫️ measured → ▫️ staged → ▫️ published'],
  ['refused: faults', '❌ validated → ▫️ approved → ▫️ measured → ▫️ staged → ▫️ published'],
  ['approved and running', '✅ validated → ✅ approved → ⏳ measured → ▫️ staged → ▫️ published'],
  ['cancelled', '✅ validated → ✅ approved → 🛑 measured → ▫️ staged → ▫️ published'],
  ['failed: nothing came back', '✅ validated → ✅ approved → ❌ measured → ▫️ staged → ▫️ published'],
  ['measured', '✅ validated → ✅ approved → ✅ measured → ⏳ staged → ▫️ published'],
  ['measured, a newer commit', '✅ validated → ✅ approved → ✅ measured → ❌ staged → ▫️ published'],
  ['measured, published already', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ✅ published'],
  ['staged', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ⏳ published'],
  ['published', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ✅ published'],
  ['published, one of two', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ❌ published'],
  ['not published: another file was merged', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ❌ published'],
  ['not published: the checks fail now', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ❌ published'],
  ['closed without a merge', '✅ validated → ✅ approved → ✅ measured → ✅ staged → ▫️ published'],
])('%s: the steps that were done are shown as done', (name, line) => {
  expect(comment(name)).toContain(`\n${line}\n`);
});

test.each(['not published: never measured', 'closed before anything was staged', 'a deleted submission'])(
  '%s: no step is claimed of which nothing is known',
  (name) => expect(comment(name)).not.toContain(' → ▫️'),
);

describe('a published comment', () => {
  test('has figure, interval, stars, rank, effect on others, the label, and links to everything', () => {
    const text = comment('published');
    for (const part of [
      '### 🎉 Published: example-org/synthetic-1b · Text generation',
      '## 7.07 Wh per 1,000 queries',
      '★★★★★ **5 of 5 stars** · **4th of 41** on Text generation, class A, h100-80gb-hbm3',
      '95 % interval 7.054 to 7.080 Wh over 10 runs',
      '**In the next edition:** Stars of others that change: example-org/other-7 4 → 3.',
      'src="https://github.com/octo-lab/results/raw/main/labels/latest/text-generation/example-org/synthetic-1b.svg"',
      '(https://octo-lab.github.io/results/#/model/example-org/synthetic-1b)',
      '(https://github.com/octo-lab/results/releases/download/bundles-2026-01/',
    ])
      expect(text).toContain(part);
  });

  test('holds the lines for a model card as they have to be copied, indented as YAML is', () => {
    const text = comment('published');
    expect(text).toContain('\n    results:\n      - task:\n          type: text-generation\n');
    expect(text).toContain('\n[![AI Energy Score: example-org/synthetic-1b, 5 of 5 stars](https://octo-lab.github.io/results/labels/');
  });

  test('of many results keeps the table of all, and drops first what a model card can hold', () => {
    const submissions = Array.from({ length: 50 }, (_, n) => published(`example-org/model-${n}`, { factor: 1.01 + n / 50 }));
    const text = publicationComment({ outcome: 'published', submissions, withdrawals: [], candidate: 'removed' }, PUBLICATION_PLACE);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_BYTES);
    for (const n of [0, 25, 49]) expect(text).toContain(`| example-org/model-${n} · Text generation |`);
    expect(text).not.toContain('For the model card');
    expect(text).toContain('left out to fit');
  });
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [112, '112th'],
  [1013, '1,013th'],
  [1022, '1,022nd'],
])('rank %i is told as %s', (rank, words) => {
  expect(ordinal(rank)).toBe(words);
});
