import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { BoardDocument, BoardRow } from '../domain/leaderboard/board.ts';
import { COLUMNS, type Column } from '../domain/leaderboard/columns.ts';

/** Rows of one group: the columns of no more are in memory at a time. */
const GROUP = 10_000;

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
} as const satisfies Record<Column['kind'], Partial<SchemaElement>>;

const SCHEMA: SchemaElement[] = [
  { name: 'results', num_children: COLUMNS.length },
  ...COLUMNS.map(({ name, kind }): SchemaElement => ({ name, ...TYPES[kind], repetition_type: 'OPTIONAL' })),
];

/** Every row of every board as a Parquet file: the same rows give the same bytes. Energies are doubles, times are UTC in milliseconds. */
export function parquetOf(boards: readonly BoardDocument[]): Uint8Array {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: SCHEMA, createdBy: 'ai-energy-score' });
  const rows = boards.flatMap((board) => board.rows.map((row) => ({ board, row })));
  for (let from = 0; from < rows.length; from += GROUP) {
    const group = rows.slice(from, from + GROUP);
    const columnData = COLUMNS.map((column) => ({ name: column.name, data: group.map((one) => stored(column, one)) }));
    parquet.write({ columnData, rowGroupSize: GROUP });
  }
  parquet.finish();
  return writer.getBytes();
}

function stored({ kind, value }: Column, { row, board }: { row: BoardRow; board: BoardDocument }): string | number | bigint | null {
  const written = value(row, board);
  if (written === null) return null;
  if (kind === 'integer') return BigInt(written);
  return kind === 'time' ? BigInt(Date.parse(String(written))) : written;
}
