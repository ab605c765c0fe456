import { stringify } from 'yaml';
import { CITATION, FEED, PARQUET } from '../domain/leaderboard/files.ts';
import type { Policy } from '../domain/policy.ts';
import { escapeMarkdown, plain } from './markdown.ts';

/** The card of a data set on the Hub that mirrors a results repository: its head makes the viewer show all results. */
export function datasetCard({ name, pages, rehearsal }: Policy): string {
  const head = {
    pretty_name: plain(name),
    tags: ['energy', 'benchmark', 'leaderboard', 'ai-energy-score'],
    configs: [{ config_name: 'results', data_files: PARQUET, default: true }],
  };
  const lines = [
    `# ${escapeMarkdown(name)}`,
    ...(rehearsal ? ['**Scripted hardware. These are no measurements.**'] : []),
    `Energy of AI models’ inference in Wh per 1,000 queries: a mirror, written by a program and overwritten by its next run.${pages === undefined ? '' : ` The pages are at <${pages.url}>.`}`,
    [
      `- \`${PARQUET}\`: all results of all boards`,
      '- `leaderboard/csv/`: the same by board; `leaderboard/published/` and `leaderboard/editions/`: with the published columns',
      '- `leaderboard/data-dictionary.md`: what each column means; `leaderboard/schema.json`: the schema of the JSON files',
      '- `editions/`: the frozen editions',
      `- \`${FEED}\`: new results; \`${CITATION}\`: how to cite them`,
    ].join('\n'),
    'Only rows of one board can be compared. A row whose `state` is corrected, superseded or withdrawn does not hold any more.',
  ];
  return `---\n${stringify(head, { lineWidth: 0 })}---\n\n${lines.join('\n\n')}\n`;
}
