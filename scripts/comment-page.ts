/** A comment as GitHub shows it, near enough to judge by eye. */

import { marked } from 'marked';

export type Theme = 'light' | 'dark';

const COLOURS = {
  light: { page: '#ffffff', text: '#1f2328', muted: '#59636e', line: '#d1d9e0', box: '#f6f8fa', code: '#818b981f', link: '#0969da' },
  dark: { page: '#0d1117', text: '#f0f6fc', muted: '#9198a1', line: '#3d444d', box: '#151b23', code: '#656c7633', link: '#4493f8' },
} as const;

/** Markdown as HTML, by the rules of GitHub's flavour. */
export const shown = async (markdown: string): Promise<string> => marked(markdown, { gfm: true });

/** A page that shows comments, one below the other. */
export function commentPage(comments: readonly { html: string }[], theme: Theme): string {
  const colours = COLOURS[theme];
  return `<!doctype html><meta charset="utf-8"><style>
body { background: ${colours.page}; color: ${colours.text}; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; margin: 24px; }
.comment + .comment { margin-top: 24px; } .comment { border: 1px solid ${colours.line}; border-radius: 6px; max-width: 860px; }
.head { background: ${colours.box}; border-bottom: 1px solid ${colours.line}; border-radius: 6px 6px 0 0; color: ${colours.muted}; padding: 8px 16px; }
.body { overflow-wrap: break-word; padding: 4px 16px 12px; }
.body::after { clear: both; content: ""; display: block; }
h2 { border-bottom: 1px solid ${colours.line}; font-size: 21px; padding-bottom: 6px; } h3 { font-size: 17px; } h4 { font-size: 14px; }
table { border-collapse: collapse; display: block; max-width: 100%; overflow: auto; width: max-content; } td, th { border: 1px solid ${colours.line}; padding: 5px 13px; } tr:nth-child(2n) { background: ${colours.box}; }
code { background: ${colours.code}; border-radius: 6px; font-size: 85%; padding: 0.2em 0.4em; } pre { background: ${colours.box}; border-radius: 6px; padding: 16px; overflow: auto; } pre code { background: none; padding: 0; }
blockquote { border-left: 4px solid ${colours.line}; color: ${colours.muted}; margin: 0 0 16px; padding: 0 1em; } blockquote p { margin: 0; } ul { padding-left: 2em; }
hr { background: ${colours.line}; border: 0; height: 3px; margin: 24px 0; }
sub { color: ${colours.muted}; } a { color: ${colours.link}; } details { margin: 12px 0; } summary { cursor: pointer; } img { max-width: 100%; }
</style>${comments.map(({ html }) => `<div class="comment"><div class="head"><b>energy-score</b> <span>bot</span> commented</div><div class="body">${html}</div></div>`).join('')}`;
}
