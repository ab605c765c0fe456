import { readFile } from 'node:fs/promises';
import { parquetReadObjects } from 'hyparquet';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/fronts/serve/content.ts';
import { type RunningServer, startServer } from '../../src/fronts/serve/server.ts';
import { browserOrWhyNot, type WatchedPage, watchedPage } from '../support/browser.ts';
import { folderOf } from '../support/folders.ts';
import { HOSTILE_REASON, SAMPLES, type SampleRepository, writeSampleRepository } from '../support/leaderboard-repository.ts';

const AXE = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
const HERON = 'example-labs/heron-7b';

type Served = { names: Map<string, string>; server: RunningServer } & AsyncDisposable;

async function served(options: SampleRepository = {}): Promise<Served> {
  const folder = await folderOf();
  const names = await writeSampleRepository(folder.path, options);
  const server = await startServer(await contentOf(folder.path), { port: 0, watched: 'as it is' });
  return {
    names,
    server,
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

let browser: Browser | string;
let full: Served;

beforeAll(async () => {
  browser = await browserOrWhyNot();
  full = await served();
});
afterAll(async () => {
  await full?.[Symbol.asyncDispose]();
  if (typeof browser !== 'string') await browser?.close();
});

/** Opens an address; at the end of its scope nothing may have gone wrong in the page. */
async function opened(hash: string, { on = full, ...options }: { on?: Served } & BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await watchedPage(browser as Browser, on.server.url, options);
  await watched.page.goto(`${on.server.url}${hash}`);
  await settled(watched.page);
  return {
    ...watched,
    [Symbol.asyncDispose]: async () => {
      await watched[Symbol.asyncDispose]();
      expect(watched.wrong).toEqual([]);
    },
  };
}

/** Waits until nothing on the page is still being loaded. */
async function settled(page: Page): Promise<void> {
  await page.locator('main > *').first().waitFor();
  await expect.poll(() => page.locator('.loading').count(), { timeout: 60_000 }).toBe(0);
}

/** Browsers that cannot be installed skip what needs one, and say so. */
const it = (name: string, body: () => Promise<void>) =>
  test(name, async () => {
    if (typeof browser === 'string') return expect(browser).toContain('chromium');
    await body();
  });

const models = (page: Page) =>
  page.locator('table.board td.model a').evaluateAll((links) => links.map((link) => link.getAttribute('title')));
const rowOf = (page: Page, model: string) => page.locator('table.board tbody tr', { has: page.locator(`a[title="${model}"]`) }).first();

/** Model, energy and stars as the rows of the table say them. */
const figuresOf = (rows: { querySelector(part: string): { getAttribute(name: string): string | null } | null }[]): string[] =>
  rows.map((row) => {
    const [model, energy, stars] = ['a.model', 'td.wh data', 'td.stars .stars'].map((part) => row.querySelector(part));
    return `${model?.getAttribute('title')} ${energy?.getAttribute('value')} ${stars?.getAttribute('aria-label')?.charAt(0)}`;
  });

describe('the table', () => {
  it('holds the published figures and stars of February 2025, all 166', async () => {
    await using view = await opened('#/?edition=2025-02');
    const edition = JSON.parse(await readFile('editions/2025-02.json', 'utf8')) as {
      rows: { task: string; model: string; gpuWhPer1000Queries: number; stars: number }[];
    };
    const shown: string[] = [];
    for (const task of new Set(edition.rows.map((row) => row.task))) {
      await view.page.goto(`${full.server.url}#/?edition=2025-02&task=${task}`);
      const rows = edition.rows.filter((row) => row.task === task).length;
      await expect.poll(() => view.page.locator('.count').textContent()).toBe(`${rows} of 166 rows`);
      shown.push(...(await view.page.locator('table.board tbody tr:not(.group)').evaluateAll(figuresOf)));
    }
    expect(shown.sort()).toEqual(edition.rows.map((row) => `${row.model} ${row.gpuWhPer1000Queries} ${row.stars}`).sort());
  });

  it('filters by what is typed and chosen, and says how many rows are left', async () => {
    await using view = await opened('#/?edition=2025-02');
    await view.page.getByPlaceholder('Search models…').fill('t5 base');
    await expect.poll(() => view.page.locator('.count').textContent()).toMatch(/^\d+ of 166 rows$/);
    for (const model of await models(view.page)) expect(model).toMatch(/t5.*base|base.*t5/i);
    await view.page.getByPlaceholder('Search models…').fill('');
    await view.page.getByRole('button', { name: 'Text generation' }).click();
    await view.page.locator('select[name=class]').selectOption('C');
    await expect.poll(() => models(view.page)).toHaveLength(5);
    expect(view.page.url()).toContain('edition=2025-02&task=text-generation&class=C');
    await view.page.getByPlaceholder('Search models…').fill('nobody has this name');
    await view.page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect.poll(() => view.page.locator('.count').textContent()).toBe('166 rows');
  });

  it('sorts by keyboard, and says so to those who hear it', async () => {
    await using view = await opened('#/?edition=2025-02&task=question-answering');
    const head = view.page.locator('th.wh');
    await head.getByRole('button').focus();
    await view.page.keyboard.press('Enter');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await models(view.page);
    await view.page.keyboard.press('Enter');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('descending');
    expect(await models(view.page)).toEqual([...ascending].reverse());
    await view.page.keyboard.press('Space');
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('none');
  });

  it('is the same for whoever follows its link', async () => {
    await using view = await opened('#/?edition=2025-02');
    await view.page.getByRole('button', { name: 'Text generation' }).click();
    await view.page.getByPlaceholder('Search models…').fill('gpt');
    await view.page.locator('th.median button').click();
    await rowOf(view.page, 'openai-community/gpt2').getByRole('checkbox').check();
    await expect.poll(() => view.page.url()).toContain('pick=');
    const shown = await models(view.page);
    expect(shown.length).toBeGreaterThan(2);
    await using other = await opened(new URL(view.page.url()).hash);
    expect(await models(other.page)).toEqual(shown);
    expect(await other.page.locator('th.median').getAttribute('aria-sort')).toBe('ascending');
    expect(await rowOf(other.page, 'openai-community/gpt2').getByRole('checkbox').isChecked()).toBe(true);
    await other.page.goBack({ waitUntil: 'commit' }).catch(() => null);
  });

  it('shows the rows of a long table where the reader scrolls, the last one too', async () => {
    await using view = await opened('#/?edition=2025-02&sort=wh');
    expect((await models(view.page)).length).toBeLessThan(120);
    await view.page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await expect.poll(() => view.page.locator('table.board tbody tr').last().getAttribute('aria-rowindex')).toBe('179');
    // 166 rows, the headings of 12 boards, and the head.
    expect(await view.page.locator('table.board').getAttribute('aria-rowcount')).toBe('179');
  });

  it('goes back to where the reader was', async () => {
    await using view = await opened('#/?edition=2025-02');
    await view.page.getByRole('button', { name: 'Summarization' }).click();
    await view.page.locator('table.board a.model').first().click();
    await view.page.locator('.model-page').waitFor();
    await view.page.goBack();
    await expect.poll(() => view.page.getByRole('button', { name: 'Summarization' }).getAttribute('aria-pressed')).toBe('true');
    await view.page.goBack();
    await expect.poll(() => view.page.locator('.count').textContent()).toBe('166 rows');
  });

  it('keeps what was doubted or taken back, with state and reason as plain text', async () => {
    await using view = await opened('#/?task=text-generation');
    const withdrawn = rowOf(view.page, 'example-labs/heron-7b-chat');
    expect(await withdrawn.locator('.tag').getAttribute('title')).toBe(HOSTILE_REASON);
    expect(await withdrawn.locator('td.place').textContent()).toBe('–');
    expect(await rowOf(view.page, 'another-org/self-told-9b').textContent()).toContain('self-reported');
    expect(await rowOf(view.page, 'example-org/wren-1b-instruct').textContent()).toContain('disputed');
    expect(await view.page.title()).toContain('AI Energy Score');
    expect(await view.page.locator('img[src=x], script:not([src])').count()).toBe(0);
  });
});

describe('the table of several boards', () => {
  const lines = (page: Page) =>
    page
      .locator('table.board tbody tr')
      .evaluateAll((rows) =>
        rows.map(
          (row) => row.querySelector('th')?.textContent ?? `${row.querySelector('td.place')?.textContent} ${row.querySelector('a')?.title}`,
        ),
      );

  for (const query of ['', '?sort=wh', '?sort=-wh', '?sort=model']) {
    it(`has them apart, each below its own heading, at #/${query}`, async () => {
      await using view = await opened(`#/${query}`);
      const shown = await lines(view.page);
      const headings = shown.filter((line) => /energy/.test(line));
      expect(headings.map((line) => line.replace(/ \(bc51e9e6\)/, ''))).toEqual([
        'Text generation, class A h100-80gb-hbm3 · GPU energy · 9 rows',
        'Text generation, class A, other queries synthetic-processor-4-cores · CPU energy (estimated, 10 W per busy logical core) · 1 row · too few models for stars',
        'Question answering h100-80gb-hbm3 · GPU energy · 2 rows · too few models for stars',
      ]);
      expect(shown.indexOf('1 example-org/synthetic-tiny')).toBe(shown.indexOf(headings[1] as string) + 1);
      expect(shown.indexOf('1 example-org/feather-160m')).toBeLessThan(shown.indexOf(headings[1] as string));
      expect(await view.page.getByText('Stars compare models:').count()).toBe(0);
    });
  }

  it('needs no heading where one is left, and says why that has no stars', async () => {
    await using view = await opened('#/?search=synthetic-tiny');
    expect(await lines(view.page)).toEqual(['1 example-org/synthetic-tiny']);
    await view.page
      .getByText(/^Text generation, class A, other queries.*synthetic-processor-4-cores, CPU energy.*: no stars\. Stars compare/)
      .waitFor();
  });

  it('has headings as high and as wide as its rows, on a desk and on a phone', async () => {
    for (const width of [1600, 1280, 360]) {
      await using view = await opened('#/', { viewport: { width, height: 900 } });
      const sizes = await view.page.locator('table.board').evaluate((table) => {
        const box = (part: string) => table.querySelector(part)?.getBoundingClientRect();
        return { table: box('thead'), heading: box('tr.group'), text: box('tr.group .over'), row: box('tbody tr:not(.group)') };
      });
      expect(sizes.heading?.height).toBe(sizes.row?.height);
      expect(sizes.text?.width).toBe(sizes.table?.width);
      const cut = await view.page
        .locator('tr.group .over')
        .evaluateAll((texts) => texts.filter((text) => text.scrollHeight > text.clientHeight).map((text) => text.textContent));
      expect(cut).toEqual([]);
      expect(await view.page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
    }
  });
});

describe('the filter by licence', () => {
  const licence = (page: Page) => page.locator('select[name=licence]');

  it('offers what the rows tell, and those that state none', async () => {
    await using view = await opened('#/?task=text-generation');
    expect(await licence(view.page).locator('option').allTextContents()).toEqual(['all', 'apache-2.0', 'mit', 'not stated']);
    await licence(view.page).selectOption('apache-2.0');
    await expect.poll(() => models(view.page)).toEqual(['example-org/feather-160m', 'example-labs/heron-3b', HERON]);
    expect(view.page.url()).toContain('licence=apache-2.0');
    await licence(view.page).selectOption({ label: 'not stated' });
    await expect.poll(() => models(view.page)).toContain('another-org/crane-20b');
    expect(await models(view.page)).not.toContain(HERON);
    await using other = await opened(new URL(view.page.url()).hash);
    expect(await models(other.page)).toEqual(await models(view.page));
  });

  it('is not there where no row states one', async () => {
    await using view = await opened('#/?edition=2025-02');
    expect(await licence(view.page).count()).toBe(0);
  });
});

describe('the power trace', () => {
  const trace = (page: Page) => page.locator('.power-trace');

  it('is drawn from a bundle that is the record’s, and stands there as a table for the keyboard and for those who hear it', async () => {
    await using view = await opened(`#/model/${HERON}`);
    const picture = trace(view.page).getByRole('img');
    expect(await picture.getAttribute('aria-label')).toMatch(
      /^Power in watts over \d+ min \d+ s and 10 runs\. GPU 0: NVIDIA H100 80GB HBM3: \d+ W on average in the measured phases, 402 W at most\./,
    );
    expect(await picture.locator('path.power-line').count()).toBe(2);
    expect(await picture.locator('rect.area').count()).toBe(21);
    expect(await picture.locator('text.title').allTextContents()).toEqual(['Watts', 'Seconds since the benchmark began']);
    const table = trace(view.page).getByRole('table', { name: 'Power in every measured phase, in watts' });
    expect(await table.isVisible()).toBe(false);
    await trace(view.page).locator('summary').focus();
    await view.page.keyboard.press('Enter');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(22);
    expect(await table.getByRole('row', { name: /^generate of run 1 / }).textContent()).toMatch(/4\d\d W \(\d+ to 4\d\d\)/);
    const file = await trace(view.page).getByRole('link', { name: 'trace.jsonl.gz' }).getAttribute('href');
    expect((await fetch(`${full.server.url}${file}`)).status).toBe(200);
  });

  it('of a bundle that is not here says where it is', async () => {
    await using view = await opened('#/model/example-labs/heron-3b');
    expect(await trace(view.page).textContent()).toContain("a file of the results repository's releases");
    expect(await trace(view.page).getByRole('img').count()).toBe(0);
  });

  it('of a damaged bundle is not drawn, and the damage is told', async () => {
    await using view = await opened('#/model/example-org/feather-160m');
    expect(await trace(view.page).getByRole('status').textContent()).toContain('trace.jsonl.gz is not the file that manifest.json names');
    expect(await trace(view.page).getByRole('img').count()).toBe(0);
  });

  it('without samples of the power says so, and draws no line at zero', async () => {
    await using view = await opened('#/model/example-org/wren-1b');
    expect(await trace(view.page).textContent()).toContain('holds no sample of the power');
    expect(await trace(view.page).getByRole('img').count()).toBe(0);
  });
});

describe('the plots', () => {
  for (const show of ['energy', 'parameters', 'distribution', 'history']) {
    it(`${show} are drawn of the rows that the filters leave`, async () => {
      await using view = await opened(`#/?task=text-generation&show=${show}`);
      await view.page.locator('.plots :is(svg, .bars, table)').first().waitFor();
      expect(await view.page.locator('.plots').textContent()).toMatch(/heron|models|5 stars|point/);
    });
  }

  it('say what is missing where an edition tells no parameters', async () => {
    await using view = await opened('#/?edition=2025-02&task=summarization&show=parameters');
    await view.page.getByText('None of these rows tells how many parameters').waitFor();
  });
});

describe('the history', () => {
  it('joins the models of an edition with the board of today, and names the lines', async () => {
    const known = ['openai-community/gpt2', 'microsoft/phi-1', 'google/gemma-7b'];
    await using board = await served({ records: known.map((model, at) => ({ model, factor: 1 + at, parameters: 1e9 })) });
    await using view = await opened('#/?task=text-generation&show=history', { on: board });
    await view.page.locator('.plots svg').waitFor();
    expect((await view.page.locator('.plots svg').getAttribute('aria-label')) ?? '').toContain('Energy of 3 models in 2025-02, now');
    expect(await view.page.locator('.plots svg .history-line polyline').count()).toBe(3);
    const words = await view.page.locator('.plots svg > text').allTextContents();
    expect(words).toEqual(expect.arrayContaining(['2025-02', 'Now', 'gpt2', 'phi-1', 'gemma-7b']));
  });
});

describe('comparison, cost and method', () => {
  it('tells what differs by more than chance, of rows chosen in the table', async () => {
    await using view = await opened('#/?task=text-generation');
    for (const model of ['example-org/wren-1b', HERON]) await rowOf(view.page, model).getByRole('checkbox').check();
    await view.page.getByRole('link', { name: 'Compare', exact: true }).last().click();
    await view.page.getByText(/uses 80 % less than/).waitFor();
    await view.page.getByPlaceholder('Part of its name…').fill('t5-base');
    await view.page.locator('.picker li button').first().click();
    await view.page.getByText('These results stand on 2 boards').waitFor();
    await view.page
      .getByText(/how sure that is cannot be told/)
      .first()
      .waitFor();
  });

  it('counts what queries would cost by the factors that stand there', async () => {
    await using view = await opened(`#/cost?row=${full.names.get(`${HERON} text-generation`)}&queries=2000000&pue=1&region=france`);
    const energy = await view.page.locator('.cost-card .quiet').first().textContent();
    const wh = Number(/([\d.]+) Wh per/.exec(energy ?? '')?.[1]);
    const [electricity] = await view.page.locator('.cost-card .cards dd').allTextContents();
    expect(Number.parseFloat(electricity ?? '')).toBeCloseTo(2 * wh, 0);
    await view.page.getByLabel('PUE').fill('2');
    await expect
      .poll(async () => Number.parseFloat((await view.page.locator('.cost-card .cards dd').first().textContent()) ?? ''))
      .toBeCloseTo(4 * wh, 0);
    expect(view.page.url()).toContain('pue=2');
  });

  it('shows the stars move when the largest model is taken out, by keyboard and by dragging', async () => {
    await using view = await opened('#/method?board=2025-02:question-answering');
    const status = view.page.locator('.outlier [role=status]');
    expect(await status.textContent()).toBe('15 of 18 models have five stars.');
    const points = view.page.locator('.field-point');
    await points.last().focus();
    await view.page.keyboard.press('Enter');
    await expect.poll(() => status.textContent()).toMatch(/^Without 1, 1\d of 17 have five stars; [1-9]\d* models have other stars/);
    expect(view.page.url()).toContain('out=');
    await view.page.getByRole('button', { name: 'Put all back' }).click();
    await points.last().scrollIntoViewIfNeeded();
    const box = await points.last().boundingBox();
    if (box === null) throw new Error('The point is not on the page.');
    await view.page.mouse.move(box.x + 10, box.y + 10);
    await view.page.mouse.down();
    await view.page.mouse.move(box.x + 10, box.y - 120, { steps: 5 });
    await view.page.mouse.up();
    await expect.poll(() => status.textContent()).toMatch(/^Without 1,/);
  });
});

describe("a model's page", () => {
  it('shows runs, phases, checks, hardware, how to reproduce, states and what to embed', async () => {
    await using view = await opened(`#/model/${HERON}`);
    for (const title of ['Runs', 'Phases', 'Power trace', 'Checks', 'Hardware', 'How to reproduce', 'States', 'Quote and embed'])
      await view.page.getByRole('heading', { name: title, exact: true }).waitFor();
    await settled(view.page);
    const text = (await view.page.locator('main').textContent()) ?? '';
    expect(text).toContain('10 runs of 1,000 queries');
    expect(text).toContain('NVIDIA H100 80GB HBM3');
    expect(await view.page.getByLabel('Sentence to quote').inputValue()).toMatch(
      /^example-labs\/heron-7b used 14\.8 Wh of GPU energy for 1,000 queries of text generation on NVIDIA H100 80GB HBM3 \(95 % interval 14\.81–14\.87 Wh, 3 of 5 stars\); AI Energy Score, measured on 2026-01-15\. http/,
    );
    const label = view.page.locator('.embed img').first();
    await label.scrollIntoViewIfNeeded();
    await expect.poll(() => label.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(260);
  });

  it('of a published figure says that no record tells more', async () => {
    await using view = await opened('#/model/google-t5/t5-base');
    await view.page.getByText('no record of the measurement is here').waitFor();
    await view.page.getByRole('heading', { name: 'All results of this model' }).waitFor();
  });

  it('of a name that nobody has says so', async () => {
    await using view = await opened('#/model/nobody/nothing');
    await view.page.getByText('No result and no edition here names this model').waitFor();
  });
});

describe('data and labels', () => {
  it('has downloads that parse, with the rows that the index counts', async () => {
    await using view = await opened('#/data');
    await settled(view.page);
    const paths = await view.page.locator('.downloads a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths.length).toBeGreaterThan(20);
    const files = new Map<string, Response>();
    for (const path of paths) files.set(path, await fetch(`${full.server.url}${path}`));
    expect([...files].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
    let rows = 0;
    for (const [path, file] of files) {
      if (path.endsWith('.json')) JSON.parse(await file.text());
      else if (path.endsWith('-full.csv')) rows += (await file.text()).trim().split('\n').length - 1;
      else if (path.endsWith('.parquet'))
        expect(await parquetReadObjects({ file: await file.arrayBuffer() })).toHaveLength(SAMPLES.length + 1);
    }
    expect(rows).toBe(SAMPLES.length + 1);
  });

  it('says of a label whether it is true today', async () => {
    await using view = await opened('verify.html?label=2025-02/question-answering/google-t5/t5-base');
    await view.page.getByRole('heading', { name: 'Yes', exact: true }).waitFor();
    await view.page.getByLabel('Label', { exact: true }).fill('https://example.org/board/labels/2025-02/question-answering/made/up.svg');
    await view.page.getByRole('button', { name: 'Verify' }).click();
    await view.page.getByText('holds no label 2025-02/question-answering/made/up').waitFor();
    await view.page.getByLabel('Label', { exact: true }).fill('latest/text-generation/example-labs/heron-7b-chat');
    await view.page.getByRole('button', { name: 'Verify' }).click();
    await view.page.getByRole('heading', { name: 'No longer' }).waitFor();
  });
});

const PAGES = [
  '#/',
  '#/?edition=2025-02',
  '#/?task=text-generation&show=energy',
  '#/?task=text-generation&show=parameters',
  '#/?edition=2025-02&task=question-answering&show=distribution',
  '#/?task=text-generation&show=history',
  `#/model/${HERON}`,
  '#/model/example-org/feather-160m',
  '#/model/google-t5/t5-base',
  '#/compare',
  '#/cost',
  '#/method?board=2025-02:question-answering&out=2025-02:question-answering:google-t5/t5-base',
  '#/data',
  '#/verify?label=2025-02/question-answering/google-t5/t5-base',
  '#/nowhere',
  '#/?edition=1999-13',
];

/** Every page, with rows to compare and to count the cost of. */
const pages = () => {
  const rows = ['example-org/wren-1b', HERON].map((model) => `row=${full.names.get(`${model} text-generation`)}`).join('&');
  return PAGES.map((hash) => (hash === '#/compare' || hash === '#/cost' ? `${hash}?${rows}` : hash));
};

/** What axe finds fault with on a page, in words. */
async function axeFaults(page: Page, hash: string, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run(${rules === 'all' ? '' : "{ runOnly: ['color-contrast'] }"})`)) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${hash}: ${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`);
}

describe('every page', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds fault with, ${scheme}`, async () => {
      await using view = await opened('', { colorScheme: scheme, reducedMotion: 'reduce' });
      const faults: string[] = [];
      for (const hash of pages()) {
        await view.page.goto(`${full.server.url}${hash}`);
        await settled(view.page);
        // Of the other scheme only the colours differ.
        faults.push(...(await axeFaults(view.page, hash, scheme === 'light' ? 'all' : 'colours')));
      }
      expect(faults).toEqual([]);
    });
  }

  it('fits a phone of 360 pixels, where axe finds no fault either', async () => {
    await using view = await opened('', { viewport: { width: 360, height: 740 } });
    const wide: string[] = [];
    const faults: string[] = [];
    for (const hash of pages()) {
      await view.page.goto(`${full.server.url}${hash}`);
      await settled(view.page);
      const over = await view.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (Number(over) > 0) wide.push(`${hash} by ${over}`);
      faults.push(...(await axeFaults(view.page, hash)));
    }
    expect({ wide, faults }).toEqual({ wide: [], faults: [] });
  });

  it('fits a phone with names of 96 letters without a blank', async () => {
    const [model, long] = [`example/${'n'.repeat(88)}`, `${'o'.repeat(47)}/${'N'.repeat(48)}`];
    const named = [model, long, ...SAMPLES.slice(4, 6).map((sample) => sample.model)].map((name, at) => ({
      model: name,
      factor: 1 + at,
      parameters: 1e9 * (at + 1),
      ...(at === 0 ? { bundle: 'whole' as const } : {}),
    }));
    await using board = await served({ records: named });
    const rows = [model, long].map((name) => `row=${board.names.get(`${name} text-generation`)}`).join('&');
    await using view = await opened('', { on: board, viewport: { width: 360, height: 740 } });
    const wide: string[] = [];
    const shows = ['energy', 'parameters', 'distribution', 'history'].map((show) => `#/?task=text-generation&show=${show}`);
    const label = `#/verify?label=latest/text-generation/${long}`;
    for (const hash of [
      '#/',
      ...shows,
      `#/model/${model}`,
      `#/model/${long}`,
      `#/model/${long}-not-here`,
      `#/compare?${rows}`,
      `#/cost?${rows}`,
      `#/?edition=${'e'.repeat(96)}`,
      '#/method',
      '#/data',
      label,
    ]) {
      await view.page.goto(`${board.server.url}${hash}`);
      await settled(view.page);
      if (hash.startsWith('#/compare')) await view.page.getByPlaceholder('Part of its name…').fill('heron');
      const over = await view.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      if (Number(over) > 0) wide.push(`${hash} by ${over}`);
    }
    expect(wide).toEqual([]);
  });

  it('shows the names of a long table on a phone', async () => {
    await using view = await opened('#/?edition=2025-02', { viewport: { width: 360, height: 740 } });
    const cell = await view.page.locator('td.model').nth(3).boundingBox();
    expect(cell?.width).toBeGreaterThan(110);
    await view.page.evaluate('scrollTo(0, 4000)');
    await expect.poll(() => view.page.locator('tr.filler').count()).toBe(2);
    expect((await view.page.locator('td.model').nth(12).boundingBox())?.width).toBe(cell?.width);
  });
});

describe('a link that leads nowhere', () => {
  it('to an edition that is not here shows the way to those that are, and to the results of today', async () => {
    await using view = await opened('#/?edition=1999-13');
    await view.page.getByRole('heading', { name: 'There is no edition 1999-13 here' }).waitFor();
    await view.page.getByRole('link', { name: 'Edition 2025-02' }).click();
    await expect.poll(() => view.page.locator('.count').textContent()).toBe('166 rows');
    await view.page.goBack();
    await view.page.getByRole('link', { name: 'To the leaderboard' }).click();
    await expect.poll(() => view.page.locator('.count').textContent()).toBe(`${SAMPLES.length + 1} rows`);
  });
});

describe('a repository', () => {
  it('without anything says what will be here', async () => {
    await using empty = await served({ records: [], edition: 'none' });
    await using view = await opened('', { on: empty });
    await view.page.getByRole('heading', { name: 'No results yet' }).waitFor();
  });

  it('with one model shows it, and says why there are no stars', async () => {
    await using one = await served({ records: SAMPLES.slice(0, 1), edition: 'none' });
    await using view = await opened('', { on: one });
    expect(await models(view.page)).toEqual(['example-org/feather-160m']);
    await view.page
      .getByText(/this board has 1 of the \d it needs/)
      .first()
      .waitFor();
  });

  it('of rehearsals says so on every page', async () => {
    await using rehearsal = await served({ rehearsal: true, edition: 'none' });
    await using view = await opened('#/data', { on: rehearsal });
    await view.page.getByText('they are no measurements').waitFor();
    expect(await view.page.evaluate("document.documentElement.classList.contains('rehearsal')")).toBe(true);
  });

  it('that was read once opens without a connection', async () => {
    await using once = await served({ records: SAMPLES.slice(0, 4) });
    await using watched = await watchedPage(browser as Browser, once.server.url);
    await watched.page.goto(`${once.server.url}#/?edition=2025-02`);
    await settled(watched.page);
    const kept = `Promise.all((await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      return (await cache.match('leaderboard/index.json')) && (await cache.match('editions/2025-02.json'));
    })).then((found) => found.some(Boolean))`;
    await expect.poll(() => watched.page.evaluate(`(async () => ${kept})()`), { timeout: 60_000 }).toBe(true);
    await once.server.close();
    await watched.page.reload();
    await settled(watched.page);
    expect(await watched.page.locator('.count').textContent()).toBe('166 rows');
    expect((await models(watched.page)).length).toBeGreaterThan(10);
  });
});
