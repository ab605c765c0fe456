import { stringify } from 'yaml';
import type { BoardDocument } from '../domain/leaderboard/board.ts';
import type { Policy } from '../domain/policy.ts';
import { plain } from './markdown.ts';

/** The first line of a citation of ours. */
const MARK = '# Derived from the results by ai-energy-score. Without this line the file is yours and stays as it is.';

/** Whether a CITATION.cff is derived: one that people wrote is left alone. */
export const isOurCitation = (present: string | null): boolean => present === null || present.split('\n')[0]?.trimEnd() === MARK;

/** How to cite the results: Citation File Format 1.2.0. Its date is that of the newest entry of a ledger. */
export function citationText(boards: readonly BoardDocument[], policy: Policy): string {
  const name = plain(policy.name);
  const changes = boards.flatMap(({ rows }) => rows.flatMap(({ changedAt }) => changedAt ?? []));
  const released = changes.reduce((latest, at) => (at > latest ? at : latest), '').slice(0, 'YYYY-MM-DD'.length);
  const citation = {
    'cff-version': '1.2.0',
    message: 'If you use these results, cite them as below, and name the edition or the date.',
    type: 'dataset',
    title: `${name}: energy of AI models’ inference`,
    abstract:
      'Energy of the inference of AI models in Wh per 1,000 queries, measured as the AI Energy Score asks, with stars, intervals and records.',
    authors: [{ name: `The maintainers of ${name}` }],
    ...(released === '' ? {} : { 'date-released': released }),
    ...(policy.pages === undefined ? {} : { url: policy.pages.url }),
    keywords: ['artificial intelligence', 'energy', 'inference', 'benchmark', 'AI Energy Score'],
  };
  return `${MARK}\n${stringify(citation, { lineWidth: 0 })}`;
}
