import { visible } from '../domain/submission/hostile-characters.ts';

/**
 * Foreign lines for the log of a workflow: nothing in them is taken for a command of the runner, which looks for `::name`
 * at the beginning of a line (spaces before it do not count) and for `##[name]` anywhere.
 */
export function defused(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) =>
      visible(line)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '# #['),
    )
    .join('\n');
}
