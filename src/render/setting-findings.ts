import { styleText } from 'node:util';
import type { SettingFinding } from '../domain/github-settings/finding.ts';
import { visible } from '../domain/submission/hostile-characters.ts';

const MARKS = {
  ok: { word: 'ok     ', style: 'green' },
  warn: { word: 'warn   ', style: 'yellow' },
  fail: { word: 'FAIL   ', style: 'red' },
  unknown: { word: 'unknown', style: 'magenta' },
} as const;

/** Findings as lines for people, by repository: what is so, and below it what to do and where. Ends with a line feed. */
export function renderSettingFindings(findings: readonly SettingFinding[], { color }: { color: boolean }): string {
  const repositories = [...new Set(findings.map(({ repository }) => repository))];
  return repositories
    .map((name) => {
      const own = findings.filter(({ repository }) => repository === name);
      return `${visible(name)}\n${own.map((finding) => lines(finding, color)).join('')}`;
    })
    .join('\n');
}

function lines({ code, status, message, mend, url }: SettingFinding, color: boolean): string {
  const { word, style } = MARKS[status];
  const mark = color ? styleText(style, word, { validateStream: false }) : word;
  const help = mend === null ? '' : `         help: ${visible(mend)}\n         page: ${visible(url)}\n`;
  return `${mark}  ${visible(message)} [${code}]\n${help}`;
}
