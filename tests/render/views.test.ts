import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/findings.ts';
import type { Report } from '../../src/domain/report.ts';
import { renderComment } from '../../src/render/comment.ts';
import { COMMENT_BYTES, SUMMARY_BYTES } from '../../src/render/markdown.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { columnsOf } from '../../src/render/terminal-layout.ts';
import { cpuRecord } from '../support/records.ts';
import { cpuReport, gpuReport, invalidReport, loneReport, rehearsalReport } from './reports.ts';

const VIEWS = {
  comment: renderComment,
  summary: (report: Report) => renderSummary([report]),
  terminal: (report: Report) => renderTerminal(report, { color: false, width: 100 }),
};
const views = (report: Report) => Object.entries(VIEWS).map(([name, render]) => [name, render(report)] as const);

describe('an official GPU result', () => {
  it('says so first, then its energy, its stars and its place', async () => {
    const lines = renderComment(await gpuReport())
      .split('\n')
      .filter(Boolean);
    expect(lines.slice(0, 7)).toEqual([
      '<!-- ai-energy-score:result:1 -->',
      '### ✅ Official result: example-org/synthetic-1b · Text generation',
      '## 7.07 Wh per 1,000 queries',
      '**GPU energy, read from the hardware’s energy counter**  ',
      '95 % interval 7.054 to 7.080 Wh over 10 runs; the sensor adds up to ±5 %',
      '★★★★☆ **4 of 5 stars** on its board  ',
      'Rank 4 of 7, less energy than 50 % of the others: 2.50 times the best, 1.00 times the median.  ',
    ]);
  });

  it('stands among its neighbours, the best of the board with them', async () => {
    const rows = renderComment(await gpuReport())
      .split('\n')
      .filter((line) => /^\| \**\d/.test(line));
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(['1', '2', '3', '**4**', '5', '6']);
    expect(rows[3]).toContain('**example-org/synthetic-1b**');
  });

  it('gives its energy by phase and the energy beside it that is never scored', async () => {
    const comment = renderComment(await gpuReport());
    expect(comment).toContain('| generate | 6.667 | 94 % |');
    expect(comment).toContain('| _of which decode_ | 3.500 | 50 % |');
    expect(comment).toContain('Measured beside it, never scored: CPU 1.633 Wh (counter).');
  });
});

describe('an estimated CPU result', () => {
  it('calls itself an estimate and no GPU figure in every view', async () => {
    for (const [, text] of views(await cpuReport())) {
      expect(text).toContain('Unofficial result');
      expect(text).toContain('CPU energy, estimated from CPU time: not a GPU figure');
      expect(text).toContain('assumes 10 W per busy logical core');
      expect(text).not.toMatch(/Official result|✅/);
    }
  });

  it('lists every check that failed or warned, with its code', async () => {
    for (const [, text] of views(await cpuReport())) {
      for (const code of ['R-hardware-sku', 'R-method-runs', 'R-energy-drift']) expect(text).toContain(code);
      expect(text).toContain('6 checks: 2 passed, 2 failed, 1 warned, 1 skipped');
    }
  });

  it('tells how to measure it again, how to check it, where it was published', async () => {
    for (const [, text] of views(await cpuReport())) {
      expect(text).toContain('npm run score -- submissions/example-org/synthetic-tiny/text-generation.yaml');
      expect(text).toContain('npm run cli -- check energy-out/bundle');
      expect(text).toMatch(/commit\s0123456789ab/);
      expect(text).toContain(cpuRecord().planDigest);
    }
  });
});

describe('a result alone on its board', () => {
  it('has no stars yet and says why', async () => {
    for (const [, text] of views(await loneReport())) {
      expect(text).toContain('Stars compare models: this board has 1 of the 3 it needs.');
      expect(text).not.toMatch(/[★☆]/);
    }
  });
});

describe('an invalid result', () => {
  it('shows no figure, no stars, no place, and the check that made it so first', async () => {
    for (const [, text] of views(await invalidReport())) {
      expect(text).toContain('Invalid result');
      expect(text).not.toMatch(/Wh per|★|Rank/);
      expect(text).toContain('Nothing was published');
      expect(text.indexOf('R-method-failed')).toBeLessThan(text.indexOf('R-hardware-sku'));
    }
  });
});

describe('a rehearsal', () => {
  it('is watermarked at both ends of every view, and official nowhere', async () => {
    for (const [, text] of views(await rehearsalReport())) {
      expect(text.match(/REHEARSAL: scripted hardware, not a measurement\./g)).toHaveLength(2);
      expect(text.trimEnd().split('\n').at(-1)).toContain('REHEARSAL');
      expect(text).toContain('🎭 Rehearsal');
      expect(text).not.toContain('Official result');
    }
  });
});

const HOSTILE = [
  '</summary></details><img src=x onerror=alert(1)><script>x</script>',
  '@everyone fixes #1, org/repo#2 and GH-3, see https://evil.invalid or www.evil.invalid',
  'a | b \\| c ` d ``` e\n\n# heading\n- item\n\n| x |',
  '<!-- ai-energy-score:result:1 --> **bold** [link](javascript:x) ![image](http://x.invalid/y.png)',
  '\u001b[31mred\u001b[0m \u001b]8;;http://x.invalid\u0007link \u202egnp.exe\u200b ::error::x',
  '::error file=x::y ##[group]z',
];

/** A report whose every piece of foreign text is the given one. */
async function hostileReport(text: string): Promise<Report> {
  const record = cpuRecord();
  const short = text.slice(0, 100);
  const report = await cpuReport({
    ...record,
    plan: { ...record.plan, dataset: { ...record.plan.dataset, id: short } },
    hardware: { ...record.hardware, cpu: { ...record.hardware.cpu, model: text }, os: short },
    software: { ...record.software, runner: short, backend: short, runtime: [short, short] },
    meters: record.meters.map((meter) => ({ ...meter, device: text, assumption: text })),
  });
  const findings: Finding[] = (['pass', 'warn', 'fail', 'skip'] as const).map((status) => ({
    code: text,
    effect: 'unofficial',
    status,
    message: text,
  }));
  // Another assumption is another board, so place and neighbours come from the harmless report.
  const { rating, neighbours } = await cpuReport();
  return {
    ...report,
    findings,
    policyName: text,
    ratingNote: text,
    bundlePath: text,
    board: { ...report.board, title: text, energy: text },
    published: { place: text, path: text, commit: text },
    commands: { reproduce: text, check: text },
    neighbours: neighbours.map((row) => ({ ...row, model: text, variant: text })),
    rating: rating && { ...rating, changes: [{ model: text, from: 1, to: 2 }] },
    edition: rating && { name: text, caveat: text, rating },
  };
}

/** Markdown without its code, in which nothing is active. */
const withoutCode = (markdown: string): string =>
  markdown.replace(/^(`{3,})[^\n]*\n.*?\n\1$/gms, '').replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');

describe('hostile text at every place', () => {
  it.each(HOSTILE)('does nothing in the comment and the summary: %j', async (text) => {
    const report = await hostileReport(text);
    for (const markdown of [renderComment(report), renderSummary([report])]) {
      const active = withoutCode(markdown);
      expect(new Set(active.match(/<[^>]*>/g))).toEqual(
        new Set([
          '<details>',
          '<summary>',
          '<b>',
          '</b>',
          '</summary>',
          '</details>',
          '<sub>',
          '</sub>',
          ...(markdown.startsWith('<!--') ? ['<!-- ai-energy-score:result:1 -->'] : []),
        ]),
      );
      expect(active).not.toMatch(/@(?!&#8203;)|(?<![&\n#|] ?)#(?!&#8203;|#| )|:\/\/|www\.|GH-\d|\]\(/);
      expect(active.match(/<details>/g)).toHaveLength(3);
      expect(active.match(/<\/details>/g)).toHaveLength(3);
      expect(active.match(/^#+ /gm)).toEqual(['### ', '## ']);
    }
  });

  it.each(HOSTILE)('leaves every table whole: %j', async (text) => {
    const rows = withoutCode(renderComment(await hostileReport(text)))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const widths = rows.map((row) => row.split('|').length - 2);
    // Neighbours: 5 rows, phases: 4, checks: 4; each with two lines of head.
    expect(widths).toEqual([...Array(7).fill(5), ...Array(6).fill(3), ...Array(6).fill(3)]);
  });

  it.each(HOSTILE)('cannot drive a terminal: %j', async (text) => {
    const view = renderTerminal(await hostileReport(text), { color: false, width: 80 });
    expect(view.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    // A runner takes a log line for its command where it begins with two colons, blanks aside, or holds ##[ anywhere.
    expect(view.split('\n').filter((line) => line.trimStart().startsWith('::') || line.includes('##['))).toEqual([]);
  });
});

describe('the limits', () => {
  const MANY: Finding[] = Array.from({ length: 10_000 }, (_, n) => ({
    code: `R-made-up-${n}`,
    effect: 'unofficial',
    status: 'fail',
    message: `é${'漢'.repeat(290)} ${n}`,
  }));

  it('hold with ten thousand findings, and the short form is there', async () => {
    const report = { ...(await cpuReport()), findings: MANY };
    const comment = renderComment(report);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(comment).toContain('## 0.250 Wh per 1,000 queries');
    expect(comment).toContain('**Next:**');
    expect(comment).toContain('Some parts were left out');
    expect(comment).toContain('and 9,975 more');
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
    const summary = renderSummary(Array.from({ length: 40 }, () => report));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BYTES);
    expect(summary.match(/## 0\.250 Wh/g)).toHaveLength(40);
  });
});

describe('the terminal view', () => {
  it('fits the width, and is the same text with and without colours', async () => {
    for (const width of [60, 80, 100]) {
      const options = { width };
      const bare = renderTerminal(await gpuReport(), { ...options, color: false });
      const coloured = renderTerminal(await gpuReport(), { ...options, color: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are escape codes
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(bare);
      expect(coloured).toContain('\u001b[1m');
      const foldable = bare.split('\n').filter((line) => !/npm run|class A/.test(line));
      expect(Math.max(...foldable.map(columnsOf))).toBeLessThanOrEqual(width);
    }
  });

  it('aligns its columns, wide letters too', async () => {
    const report = await cpuReport();
    const wide = { ...report, neighbours: report.neighbours.map((row, n) => ({ ...row, model: n === 0 ? '漢字/模型' : row.model })) };
    const lines = renderTerminal(wide, { color: false, width: 100 })
      .split('\n')
      .filter((line) => line.includes('★'))
      .slice(1);
    expect(new Set(lines.map((line) => columnsOf(line.slice(0, line.indexOf('★'))))).size).toBe(1);
    expect(lines).toHaveLength(5);
  });
});
