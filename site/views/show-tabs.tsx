import type { Show, TableState } from '../data/table-state.ts';

const TITLES: Readonly<Record<Show, string>> = {
  table: 'Table',
  energy: 'Energy',
  parameters: 'Size',
  distribution: 'Stars',
  history: 'History',
};

/** Chooses between the table and the plots of the same rows. */
export function ShowTabs({ state, onChange }: { state: TableState; onChange: (change: Partial<TableState>) => void }) {
  return (
    <fieldset class="tabs">
      <legend class="hidden">Show as</legend>
      {(Object.entries(TITLES) as [Show, string][]).map(([show, title]) => (
        <label key={show} class={show === state.show ? 'current' : ''}>
          <input type="radio" name="show" value={show} checked={show === state.show} onChange={() => onChange({ show, board: null })} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
