import { relative } from 'node:path';

/** A text as one word of a POSIX shell. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** How this program was started, for commands that people copy. */
export function programName(): string {
  if (import.meta.url.endsWith('.ts')) return 'npm run -s cli --';
  const script = process.argv[1];
  return script?.endsWith('cli.js') === true ? `node ${shellWord(relative(process.cwd(), script) || script)}` : 'ai-energy-score';
}
