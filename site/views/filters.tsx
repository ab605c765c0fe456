import { useMemo, useState } from 'preact/hooks';
import { type TaskKey, taskOf } from '../../src/domain/tasks.ts';
import { choicesOf, NOT_STATED } from '../data/facets.ts';
import type { Repository } from '../data/repository.ts';
import type { RowIndex } from '../data/row-index.ts';
import type { Row } from '../data/rows.ts';
import { PARAMETER_RANGES, PARAMETERS_UNKNOWN, type TableState } from '../data/table-state.ts';
import { Choice } from '../parts/choice.tsx';

type Change = (change: Partial<TableState>) => void;
type FilterProps = { index: RowIndex; state: TableState; onChange: Change };

/** Another source has other tasks, classes and values: only the search and the order stay. */
const ALL = { task: null, class: null, board: null, hardware: null, state: null, licence: null, parameters: null } as const;

/** Chooses between the results as they are and the editions. */
export function SourceChoice({ repo, source, onChange }: { repo: Repository; source: string | null; onChange: Change }) {
  const editions = repo.editions.map(({ name }) => ({ value: name, title: `Edition ${name}` })).reverse();
  const options = [...(repo.boards.length === 0 ? [] : [{ value: 'current', title: 'Current results' }]), ...editions];
  const shown = repo.editions.find(({ name }) => name === source);
  return (
    <div class="source">
      <Choice
        name="edition"
        title="Show"
        all={null}
        options={options}
        value={source ?? 'current'}
        onChoose={(edition) => onChange({ ...ALL, edition })}
      />
      <p class="quiet">
        {shown === undefined
          ? 'Results as they stand today. Stars are frozen by editions a few times a year.'
          : `Edition ${shown.name}, frozen: ${shown.rows} figures, measured on ${shown.hardware}.`}
      </p>
    </div>
  );
}

/** One button a task that has rows. */
export function TaskTabs({ index: { rows, facets }, state, onChange }: FilterProps) {
  const tasks = facets.task.values;
  if (tasks.length < 2) return null;
  const tab = (task: string | null, title: string) => (
    <button
      key={task}
      type="button"
      aria-pressed={state.task === task}
      onClick={() => onChange({ task, board: null, ...(task !== null && !hasClass(rows, task, state.class) ? { class: null } : {}) })}
    >
      {title}
    </button>
  );
  return (
    <fieldset class="tasks">
      <legend class="hidden">Task</legend>
      {tab(null, 'All tasks')}
      {tasks.map((task) => tab(task, taskOf(task as TaskKey).title))}
    </fieldset>
  );
}

const hasClass = (rows: readonly Row[], task: string, wanted: string | null): boolean =>
  wanted === null || rows.some((row) => row.task === task && row.class === wanted);

const same = (value: string) => ({ value, title: value === NOT_STATED ? 'not stated' : value });

/** Search and filters. */
export function Filters({ index: { facets, told }, state, onChange }: FilterProps) {
  const there = useMemo(
    () => ({
      classes: [...facets.class.values].sort(),
      states: choicesOf(facets.state),
      hardware: choicesOf(facets.hardware),
      licences: choicesOf(facets.licence),
    }),
    [facets],
  );
  const [open, setOpen] = useState(false);
  const set = [state.class, state.state, state.hardware, state.licence, state.parameters].filter((value) => value !== null).length;
  const sizes = told.parameters ? [...Object.entries(PARAMETER_RANGES), [PARAMETERS_UNKNOWN, { title: 'unknown' }] as const] : [];
  return (
    <search class="filters">
      <label class="search">
        <span class="hidden">Search models</span>
        <input
          type="search"
          name="search"
          placeholder="Search models…"
          autocomplete="off"
          spellcheck={false}
          value={state.search}
          onInput={(event) => onChange({ search: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="second phone-only" aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters{set === 0 ? '' : ` (${set})`}
      </button>
      <div class={`choices${open ? ' open' : ''}`}>
        <Choice
          name="class"
          title="Class"
          all="all"
          options={there.classes.map(same)}
          value={state.class}
          onChoose={(value) => onChange({ class: value })}
        />
        <Choice
          name="state"
          title="State"
          all="all"
          options={there.states.map((value) => same(value))}
          value={state.state}
          onChoose={(value) => onChange({ state: value })}
        />
        <Choice
          name="hardware"
          title="Hardware"
          all="all"
          options={there.hardware.map(same)}
          value={state.hardware}
          onChoose={(hardware) => onChange({ hardware })}
        />
        <Choice
          name="licence"
          title="Licence"
          all="all"
          options={there.licences.map(same)}
          value={state.licence}
          onChoose={(licence) => onChange({ licence })}
        />
        <Choice
          name="parameters"
          title="Parameters"
          all="all"
          options={sizes.map(([value, { title }]) => ({ value, title }))}
          value={state.parameters}
          onChoose={(value) => onChange({ parameters: value })}
        />
      </div>
    </search>
  );
}
