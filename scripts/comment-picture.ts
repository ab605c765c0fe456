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
import { marked } from 'marked';
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

const colours = values.dark
  ? { page: '#0d1117', text: '#f0f6fc', muted: '#9198a1', line: '#3d444d', box: '#151b23', code: '#656c7633', link: '#4493f8' }
  : { page: '#ffffff', text: '#1f2328', muted: '#59636e', line: '#d1d9e0', box: '#f6f8fa', code: '#818b981f', link: '#0969da' };

const shown = async (markdown: string): Promise<string> => marked(markdown, { gfm: true });

async function shownPullRequest(result: string): Promise<string> {
  const { markdown, label } = await pullRequestCommentOf(result, values.repo ?? null, values.dark ? 'dark' : 'light');
  return (await shown(markdown)).replaceAll(label.url, `data:image/svg+xml;base64,${Buffer.from(label.svg).toString('base64')}`);
}

const html = `<!doctype html><meta charset="utf-8"><style>
body { background: ${colours.page}; color: ${colours.text}; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; margin: 24px; }
.comment { border: 1px solid ${colours.line}; border-radius: 6px; max-width: 860px; }
.head { background: ${colours.box}; border-bottom: 1px solid ${colours.line}; border-radius: 6px 6px 0 0; color: ${colours.muted}; padding: 8px 16px; }
.body { padding: 4px 16px 12px; }
h2 { font-size: 21px; } h3 { border-bottom: 1px solid ${colours.line}; font-size: 17px; padding-bottom: 6px; }
table { border-collapse: collapse; } td, th { border: 1px solid ${colours.line}; padding: 5px 13px; } tr:nth-child(2n) { background: ${colours.box}; }
code { background: ${colours.code}; border-radius: 6px; font-size: 85%; padding: 0.2em 0.4em; } pre { background: ${colours.box}; border-radius: 6px; padding: 16px; overflow: hidden; } pre code { background: none; padding: 0; }
blockquote { border-left: 4px solid ${colours.line}; color: ${colours.muted}; margin: 0 0 16px; padding: 0 1em; } blockquote p { margin: 0; } ul { padding-left: 2em; }
sub { color: ${colours.muted}; } a { color: ${colours.link}; } details { margin: 12px 0; } summary { cursor: pointer; }
</style><div class="comment"><div class="head"><b>energy-score</b> <span>bot</span> commented</div><div class="body">${values['pull-request'] ? await shownPullRequest(comment) : await shown(await readFile(comment, 'utf8'))}</div></div>`;

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
