/**
 * Makes docs/comment.png: the comment of a result as GitHub shows it.
 * `npm run picture -- COMMENT.md [--dark] [--out FILE]`; needs Chromium (CHROMIUM names another program).
 * `npm run picture -- --pull-request RESULT [--repo DIR]` shows the comment that a pull request would get for a result folder.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { commentPage, shown } from './comment-page.ts';
import { pullRequestCommentOf } from './pull-request-comment.ts';

const { values, positionals } = parseArgs({
  options: {
    dark: { type: 'boolean' },
    open: { type: 'boolean' },
    'pull-request': { type: 'boolean' },
    repo: { type: 'string' },
    out: { type: 'string', default: 'docs/comment.png' },
    height: { type: 'string', default: '1250' },
  },
  allowPositionals: true,
});
const [comment] = positionals;
if (comment === undefined) throw new Error('Name the comment.md of a scored result, or with --pull-request the folder of a result.');

async function shownPullRequest(result: string): Promise<string> {
  const { markdown, label } = await pullRequestCommentOf(result, values.repo ?? null, values.dark ? 'dark' : 'light');
  return (await shown(markdown)).replaceAll(label.url, `data:image/svg+xml;base64,${Buffer.from(label.svg).toString('base64')}`);
}

const content = values['pull-request'] ? await shownPullRequest(comment) : await shown(await readFile(comment, 'utf8'));
const html = commentPage([{ html: content }], values.dark ? 'dark' : 'light');

const folder = await mkdtemp(join(tmpdir(), 'comment-picture-'));
try {
  const page = join(folder, 'comment.html');
  await writeFile(page, values.open ? html.replaceAll('<details>', '<details open>') : html);
  await promisify(execFile)(process.env.CHROMIUM ?? 'chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--hide-scrollbars',
    '--force-device-scale-factor=1.5',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--window-size=920,${values.height}`,
    `--screenshot=${resolve(values.out)}`,
    `file://${page}`,
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(values.out);
