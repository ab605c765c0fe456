import { styleText } from 'node:util';
import type { HardwareFinding } from '../domain/hardware/finding.ts';
import { visible } from '../domain/submission/hostile-characters.ts';

const MARKS = {
  ok: { word: 'ok  ', style: 'green' },
  warn: { word: 'warn', style: 'yellow' },
  fail: { word: 'FAIL', style: 'red' },
} as const;

/** Findings as lines for people: the verdict, one sentence, and below it what to do. Ends with a line feed. */
export function renderFindings(findings: readonly HardwareFinding[], { color }: { color: boolean }): string {
  return findings
    .map(({ code, status, message, mend }) => {
      const { word, style } = MARKS[status];
      const mark = color ? styleText(style, word, { validateStream: false }) : word;
      const help = mend === null ? '' : `      help: ${visible(mend)}\n`;
      return `${mark}  ${visible(message)} [${code}]\n${help}`;
    })
    .join('');
}
