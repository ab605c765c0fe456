import { useMemo, useState } from 'preact/hooks';
import type { Repository } from '../data/repository.ts';
import type { Row } from '../data/rows.ts';
import type { Show, TableState } from '../data/table-state.ts';
import { Choice } from '../parts/choice.tsx';
import { boardName } from '../parts/figures.tsx';
import { Distribution } from './distribution.tsx';
import { EnergyByModel } from './energy-by-model.tsx';
import { EnergyBySize } from './energy-by-size.tsx';
import { ScaleChoice } from './frame.tsx';
import { History } from './history.tsx';
import type { ScaleKind } from './scale.ts';

type PlotsProps = { repo: Repository; state: TableState; rows: readonly Row[]; onChange: (change: Partial<TableState>) => void };

const USUAL: Readonly<Record<Exclude<Show, 'table'>, ScaleKind>> = {
  energy: 'linear',
  parameters: 'log',
  distribution: 'linear',
  history: 'log',
};

/** The plots of the rows that the filters leave: of one board at a time, since only its rows are compared with each other. */
export function Plots({ repo, state, rows, onChange }: PlotsProps) {
  const show = state.show === 'table' ? 'energy' : state.show;
  const [kinds, setKinds] = useState(USUAL);
  const boards = useMemo(() => [...Map.groupBy(rows, ({ board }) => board)], [rows]);
  const [id, all] = boards.find(([name]) => name === state.board) ?? boards[0] ?? ['', []];
  const [one] = all;
  if (one === undefined) return null;
  const kind = kinds[show];
  return (
    <section class="plots" aria-label="Plot">
      <div class="plot-head">
        <Choice
          name="board"
          title="Board"
          all={null}
          options={boards.map(([value, [first]]) => ({ value, title: first === undefined ? value : boardName(first) }))}
          value={id}
          onChoose={(board) => onChange({ board })}
        />
        <ScaleChoice kind={kind} onChoose={(choice) => setKinds({ ...kinds, [show]: choice })} />
      </div>
      <h2>{boardName(one)}</h2>
      {show === 'energy' && <EnergyByModel rows={all} kind={kind} />}
      {show === 'parameters' && <EnergyBySize rows={all} kind={kind} />}
      {show === 'distribution' && <Distribution rows={all} kind={kind} />}
      {show === 'history' && <History repo={repo} rows={all} kind={kind} />}
    </section>
  );
}
