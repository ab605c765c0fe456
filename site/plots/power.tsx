import type { Window } from '../../src/domain/checks/windows.ts';
import { duration } from '../../src/render/numbers.ts';
import type { PowerSeries } from '../../src/render/power-series.ts';
import { measuredSpread, type Power, thinned, timeOf } from '../data/power.ts';
import { counted, watts } from '../parts/figures.tsx';
import { BottomAxis, Drawing, LeftAxis } from './frame.tsx';
import { scaleBetween, scaleOf } from './scale.ts';

const HEIGHT = 340;
const LEFT = 52;
const TOP = 44;
const BASE = HEIGHT - 48;
/** Colours that lines have; further lines have those of the first. */
const COLOURS = 4;
/** A line breaks where nothing was sampled for longer than this, in seconds. */
const GAP = 2;
/** Least distance of two run numbers, in pixels. */
const RUN_WIDTH = 26;

const lineClass = (index: number): string => `power-line l${index % COLOURS}`;

/** Power over time: a line for each device, the measured phases shaded, the runs numbered. */
export function PowerPlot({ power }: { power: Power }) {
  const phases = [...new Set(power.windows.map(({ phase }) => phase.name))];
  return (
    <figure class="power">
      <ul class="legend">
        {power.series.map(({ label }, index) => (
          <li key={label}>
            <span class={`key ${lineClass(index)}`} /> {label}
          </li>
        ))}
        {phases.map((name) => (
          <li key={name}>
            <span class={`key area ${name}`} /> {name}
          </li>
        ))}
      </ul>
      <Drawing height={HEIGHT} words={wordsFor(power)}>
        {(width) => <Picture power={power} width={width} />}
      </Drawing>
    </figure>
  );
}

function Picture({ power, width }: { power: Power; width: number }) {
  const time = timeOf(power);
  const right = width - 16;
  const across = scaleBetween([time.from, time.to], 'linear', [LEFT, right]);
  const up = scaleOf(
    power.series.map(({ points }) => points.reduce((most, point) => Math.max(most, point.watts), 0)),
    'linear',
    [BASE, TOP],
  );
  return (
    <>
      {power.windows.map(({ run, phase }) => {
        const [from, to] = [across.at(phase.startSeconds), across.at(phase.endSeconds)];
        return (
          <rect
            key={`${run} ${phase.name}`}
            class={`area ${phase.name}`}
            x={from}
            y={TOP}
            width={Math.max(0.5, to - from)}
            height={BASE - TOP}
          />
        );
      })}
      <LeftAxis scale={up} left={LEFT} right={right} title="Watts" />
      <BottomAxis scale={across} top={BASE} bottom={BASE + 4} title="Seconds since the benchmark began" />
      <RunNumbers windows={power.windows} at={across.at} />
      {power.series.map((series, index) => (
        <path key={series.label} class={lineClass(index)} d={pathOf(series, { time, columns: right - LEFT, x: across.at, y: up.at })} />
      ))}
    </>
  );
}

type Place = { time: { from: number; to: number }; columns: number; x: (seconds: number) => number; y: (watts: number) => number };

function pathOf({ points }: PowerSeries, { time, columns, x, y }: Place): string {
  const gap = GAP + (time.to - time.from) / columns;
  let before = -Infinity;
  return thinned(points, time, columns)
    .map((point) => {
      const step = point.seconds - before > gap ? 'M' : 'L';
      before = point.seconds;
      return `${step}${x(point.seconds).toFixed(1)} ${y(point.watts).toFixed(1)}`;
    })
    .join('');
}

function RunNumbers({ windows, at }: { windows: readonly Window[]; at: (seconds: number) => number }) {
  const runs = [...Map.groupBy(windows, ({ run }) => run)].filter(([run, [first]]) => run > 0 && first?.concurrency === 1);
  let free = -Infinity;
  return (
    <>
      {runs.map(([run, own]) => {
        const middle = at(
          (Math.min(...own.map(({ phase }) => phase.startSeconds)) + Math.max(...own.map(({ phase }) => phase.endSeconds))) / 2,
        );
        if (middle < free) return null;
        free = middle + RUN_WIDTH;
        return (
          <text key={run} x={middle} y={TOP - 8} text-anchor="middle">
            {runs[0]?.[0] === run ? `run ${run}` : run}
          </text>
        );
      })}
    </>
  );
}

/** The picture in words, for those who hear it. */
function wordsFor(power: Power): string {
  const { from, to } = timeOf(power);
  const runs = new Set(power.windows.flatMap(({ run, concurrency }) => (run > 0 && concurrency === 1 ? [run] : []))).size;
  const lines = power.series.map((series) => {
    const spread = measuredSpread(series, power.windows);
    return spread === null
      ? `${series.label}: no sample in a measured phase.`
      : `${series.label}: ${watts(spread.mean)} W on average in the measured phases, ${watts(spread.most)} W at most.`;
  });
  return [`Power in watts over ${duration(to - from)} and ${counted(runs, 'run')}.`, ...lines, 'The table below holds the figures.'].join(
    ' ',
  );
}
