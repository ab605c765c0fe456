import type { BoardDocument, BoardRow } from './board.ts';

type Kind = 'text' | 'integer' | 'number' | 'time';

/** One column of the tables of all results: the richer CSV files and the Parquet file have the same ones. */
export type Column = {
  /** Its name, with the unit where it has one. */
  name: string;
  kind: Kind;
  /** What it holds, in one sentence; the data dictionary says it. */
  meaning: string;
  value: (row: BoardRow, board: BoardDocument) => string | number | null;
};

const text = (name: string, meaning: string, value: Column['value']): Column => ({ name, kind: 'text', meaning, value });
const integer = (name: string, meaning: string, value: Column['value']): Column => ({ name, kind: 'integer', meaning, value });
const number = (name: string, meaning: string, value: Column['value']): Column => ({ name, kind: 'number', meaning, value });
const time = (name: string, meaning: string, value: Column['value']): Column => ({ name, kind: 'time', meaning, value });

/** Every column, in order. New ones go to the end: readers may count. */
export const COLUMNS: readonly Column[] = [
  integer('rank', 'Rank among the ranked rows of its board; equal energies share the better one. Empty without a rank.', (row) => row.rank),
  integer('stars', 'Stars from 1 to 5 on its board; empty while the board has too few models, and without a rank.', (row) => row.stars),
  text('model', 'The model, as org/name.', (row) => row.model),
  text('variant', 'Name of the variant of the submission; empty for the plain one.', (row) => row.variant),
  text('origin', 'Who measured it: measured here, self-reported by its owner, or imported from another harness.', (row) => row.origin),
  text('task', 'The task: a pipeline tag of the Hub, or reasoning.', (_row, board) => board.task),
  text('class', 'Class of the model, A, B or C; empty where the task has no classes.', (_row, board) => board.class),
  number('energy_wh_per_1000_queries', 'The score: mean energy over the runs, in Wh per 1,000 queries.', (row) => row.whPer1000Queries),
  number(
    'interval95_low_wh_per_1000_queries',
    'Lower end of the 95 % interval of that mean, in Wh per 1,000 queries; empty for one run.',
    (row) => row.interval95?.low ?? null,
  ),
  number('interval95_high_wh_per_1000_queries', 'Upper end of the same interval.', (row) => row.interval95?.high ?? null),
  integer('runs', 'Number of runs.', (row) => row.runs),
  text('energy_scope', 'Which energy the score is: gpu, cpu or ram.', (_row, board) => board.scope),
  text('energy_quality', 'How it was measured: counter, integrated or estimated.', (_row, board) => board.quality),
  text('energy_assumption', 'What an estimate assumes; empty for measurements.', (_row, board) => board.assumption),
  text('state', 'What the result is worth today, by its ledger.', (row) => row.state),
  text('reason', 'Why it is in that state.', (row) => row.reason),
  text('verdict', 'Verdict of the checks when it was published; empty where nobody has judged it.', (row) => row.verdict),
  text('failed_checks', 'Codes of the checks that failed then, with blanks between them.', (row) => row.failed.join(' ')),
  number('factor_to_best', 'Its energy over that of the best row of its board.', (row) => row.factorToBest),
  number('factor_to_median', 'Its energy over the median of its board.', (row) => row.factorToMedian),
  number(
    'percentile_percent',
    'Percent of the other ranked rows that use more energy; empty where there is no other.',
    (row) => row.percentile,
  ),
  integer('parameters', 'Parameters of the model; empty where they are not known.', (row) => row.parameters),
  text('precision', 'Number format of the weights.', (row) => row.precision),
  text('quantization', 'Method and bits of quantised weights; empty where they are not.', (row) => row.quantization),
  text('reasoning', 'Whether the model was asked to think, and how much.', (row) => row.reasoning),
  text('hardware_profile', 'Hardware profile of the board.', (_row, board) => board.profile),
  text('device', 'What did the work.', (row) => row.device),
  text('backend', 'What ran the model, <id>@<version>.', (row) => row.backend),
  time('measured_at_utc', 'When it was measured.', (row) => row.measuredAt),
  time('published_at_utc', 'When it was published; empty without a ledger.', (row) => row.publishedAt),
  time('state_since_utc', 'Since when it has its state; empty without a ledger.', (row) => row.changedAt),
  text('revision', 'Commit of the model, 40 hexadecimal digits.', (row) => row.revision),
  text('plan_digest', 'Digest of the plan: rows with the same one were measured in the same way.', (row) => row.planDigest),
  text('board', 'Name of the board; only rows of one board can be compared.', (_row, board) => board.id),
  text(
    'standing',
    'What the ranked rows of the board are worth together: official, unofficial or rehearsal.',
    (_row, board) => board.standing,
  ),
  text('record', 'Path of the record in the results repository.', (row) => row.record),
  text('license', 'Licence that the model’s card states, as in apache-2.0; empty where it is not known.', (row) => row.license),
];
