import { useMemo, useState } from 'preact/hooks';
import type { Row } from '../data/rows.ts';
import { boardName, wattHours } from '../parts/figures.tsx';

/** Rows that are offered at once. */
const OFFERED = 8;

/** Finds a row by its model's name and adds it. */
export function RowPicker({
  rows,
  chosen,
  most,
  onAdd,
}: {
  rows: readonly Row[];
  chosen: readonly Row[];
  most: number;
  onAdd: (row: Row) => void;
}) {
  const [words, setWords] = useState('');
  const found = useMemo(() => foundRows(rows, chosen, words), [rows, chosen, words]);
  if (chosen.length >= most) return <p class="quiet">{most} are the most. Take one out to add another.</p>;
  return (
    <div class="picker">
      <label>
        Add a model
        <input
          type="search"
          placeholder="Part of its name…"
          autocomplete="off"
          spellcheck={false}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      {found.length > 0 && (
        <ul>
          {found.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                onClick={() => {
                  setWords('');
                  onAdd(row);
                }}
              >
                <b>{row.model}</b> <span class="quiet">{placeOf(row)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {words.trim() !== '' && found.length === 0 && <p class="quiet">No model's name has that.</p>}
    </div>
  );
}

const placeOf = (row: Row): string =>
  `${boardName(row)}, ${row.edition === null ? 'current' : `edition ${row.edition}`}, ${wattHours(row.wh)} Wh`;

function foundRows(rows: readonly Row[], chosen: readonly Row[], words: string): Row[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const taken = new Set(chosen.map(({ id }) => id));
  const [first] = chosen;
  const fits = rows.filter((row) => !taken.has(row.id) && parts.every((part) => row.model.toLowerCase().includes(part)));
  // What can be compared with the rows that are there comes first.
  return fits.sort((a, b) => Number(b.board === first?.board) - Number(a.board === first?.board)).slice(0, OFFERED);
}
