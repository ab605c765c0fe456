import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commentPage, shown, type Theme } from '../../scripts/comment-page.ts';
import { labelSvg } from '../../src/render/label/label.ts';
import { botComments } from '../render/bot-comments.ts';
import { sampleLabel } from '../render/label-samples.ts';
import { browserOrWhyNot } from '../support/browser.ts';

/** A folder for the pictures, to be looked at; none are kept without it. */
const PICTURES = process.env.BOT_COMMENT_PICTURES;

const comments = await botComments();

let browser: Browser;
beforeAll(async () => {
  const found = await browserOrWhyNot();
  if (typeof found === 'string') throw new Error(found);
  browser = found;
});
afterAll(() => browser?.close());

/** What is wrong with the comments as they are shown, one below the other, with everything in them opened. */
async function troubles({ theme, width }: { theme: Theme; width: number }): Promise<string[]> {
  await using watched = {
    page: await browser.newPage({ viewport: { width, height: 800 } }),
    [Symbol.asyncDispose]: () => watched.page.close(),
  };
  const { page } = watched;
  const wrong: string[] = [];
  page.on('dialog', (dialog) => {
    wrong.push('a script ran');
    void dialog.dismiss();
  });
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.svg')
      ? route.fulfill({ contentType: 'image/svg+xml', body: labelSvg(sampleLabel(), theme) })
      : route.abort(),
  );
  const bodies = await Promise.all([...comments].map(async ([name, markdown]) => ({ name, html: await shown(markdown) })));
  await page.setContent(commentPage(bodies, theme));
  const shownComments = page.locator('.comment');
  if (PICTURES !== undefined) {
    for (const [at, { name }] of bodies.entries())
      await shownComments.nth(at).screenshot({ path: join(PICTURES, `${name.replace(/\W+/g, '-')}.${theme}.${width}.png`) });
  }
  await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
  const found = (await page.evaluate(`[...document.querySelectorAll('.comment')].map((comment) => ({
    'pixels too wide': Math.max(0, comment.querySelector('.body').scrollWidth - comment.querySelector('.body').clientWidth),
    'pictures without words': [...comment.querySelectorAll('img')].filter((image) => image.alt === '' || image.naturalWidth === 0).length,
    'things that run': comment.querySelectorAll('script, iframe, [onerror]').length,
    'links elsewhere': [...comment.querySelectorAll('a')].filter(({ protocol }) => protocol !== 'https:').length,
  }))`)) as Record<string, number>[];
  const told = found.flatMap((counts, at) =>
    Object.entries(counts).flatMap(([what, count]) => (count > 0 ? [`${bodies[at]?.name}: ${count} ${what}`] : [])),
  );
  return [...wrong, ...told];
}

test.each([
  ['light', 920],
  ['dark', 920],
  ['light', 400],
] as const)('in %s, %i pixels wide, every comment fits, names its pictures, and runs and loads nothing else', async (theme, width) => {
  expect(comments.size).toBeGreaterThan(40);
  expect(await troubles({ theme, width })).toEqual([]);
});
