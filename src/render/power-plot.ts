import type { MeasuredPhase } from '../domain/generated/result.ts';
import { visible } from '../domain/submission/hostile-characters.ts';
import { whole } from './numbers.ts';
import type { PowerSeries } from './power-series.ts';

/** A measured phase and its run; run 0 is the prefill pass. */
type PlotWindow = { readonly run: number; readonly phase: Pick<MeasuredPhase, 'name' | 'startSeconds' | 'endSeconds'> };

export type PowerPlot = { readonly title: string; readonly windows: readonly PlotWindow[]; readonly series: readonly PowerSeries[] };

const WIDTH = 960;
const HEIGHT = 380;
const LEFT = 58;
const RIGHT = WIDTH - 18;
const TOP = 84;
const BOTTOM = HEIGHT - 50;

/** Corners of all lines together: they bound the picture's size, however long the trace is. */
const CORNERS = 3200;
/** A line breaks where nothing was sampled for longer than this, in seconds. */
const GAP_SECONDS = 2;
/** An axis spans no less, in seconds or watts: below it steps and their digits run out. */
const LEAST_SPAN = 1e-9;
/** Least distance of two run numbers, in pixels. */
const RUN_PIXELS = 24;
const TITLE_LENGTH = 90;
const LABEL_LENGTH = 44;
/** Lines that the legend names; the others have the colours of these. */
const NAMED = 4;

const PHASES = ['preprocess', 'prefill', 'generate', 'forward', 'call'] as const;

const STYLE = `svg{--page:#fff;--text:#1f2328;--muted:#59636e;--line:#d1d9e0;--s0:#0969da;--s1:#8250df;--s2:#1a7f37;--s3:#bc4c00;--a:#9a6700;--b:#1a7f37;--c:#0969da}
@media(prefers-color-scheme:dark){svg{--page:#0d1117;--text:#f0f6fc;--muted:#9198a1;--line:#30363d;--s0:#4493f8;--s1:#ab7df8;--s2:#3fb950;--s3:#f0883e;--a:#d29922;--b:#3fb950;--c:#4493f8}}
text{font:12px -apple-system,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;fill:var(--muted)}
.t{font-size:15px;font-weight:600;fill:var(--text)}.m{text-anchor:middle}.e{text-anchor:end}
.g{stroke:var(--line);fill:none}.w{fill:none;stroke-width:1.25;stroke-linejoin:round}
.preprocess{fill:var(--a);fill-opacity:.2}.prefill{fill:var(--b);fill-opacity:.18}.generate,.forward,.call{fill:var(--c);fill-opacity:.13}`;

/**
 * Power over time as an SVG picture: one line a device, the measured phases shaded, the runs numbered. It needs no
 * script, font or picture from elsewhere, follows the reader's light or dark setting, stays below 60 kB however long the
 * trace is (each column of pixels keeps its least and its greatest power), and is the same for the same input.
 */
export function powerPlot({ title, windows, series }: PowerPlot): string {
  const scale = scaleOf(windows, series);
  const name = shown(title, TITLE_LENGTH);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="t d">`,
    `<title id="t">${name}</title>`,
    `<desc id="d">${shown(description(windows, series, scale), 2000)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="var(--page)"/>`,
    `<text class="t" x="${LEFT}" y="26">${name}</text>`,
    ...shades(windows, scale),
    ...axes(scale),
    ...runNumbers(windows, scale),
    ...series.map((one, index) => line(one, index, series.length, scale)),
    ...legend(windows, series),
    '</svg>\n',
  ].join('\n');
}

type Scale = { first: number; last: number; most: number; x(seconds: number): number; y(watts: number): number };

function scaleOf(windows: readonly PlotWindow[], series: readonly PowerSeries[]): Scale {
  let [first, last, highest] = [Infinity, -Infinity, 0];
  const widen = (seconds: number) => {
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
  };
  for (const { phase } of windows) {
    widen(phase.startSeconds);
    widen(phase.endSeconds);
  }
  for (const { points } of series) {
    for (const point of points) {
      widen(point.seconds);
      highest = Math.max(highest, point.watts);
    }
  }
  if (!(last - first >= LEAST_SPAN)) [first, last] = [Number.isFinite(first) ? first : 0, (Number.isFinite(first) ? first : 0) + 1];
  const step = niceStep(highest < LEAST_SPAN ? 1 : highest * 1.04, 5);
  const most = Math.max(step, Math.ceil((highest * 1.04) / step) * step);
  return {
    first,
    last,
    most,
    x: (seconds) => LEFT + ((seconds - first) / (last - first)) * (RIGHT - LEFT),
    y: (watts) => BOTTOM - (watts / most) * (BOTTOM - TOP),
  };
}

/** A step of 1, 2 or 5 times a power of ten that makes at most so many steps of a span. */
function niceStep(span: number, steps: number): number {
  const rough = span / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

function axes(scale: Scale): string[] {
  const wattStep = niceStep(scale.most, 5);
  const secondStep = niceStep(scale.last - scale.first, 10);
  const watts = Array.from({ length: Math.floor(scale.most / wattStep + 1e-9) + 1 }, (_, index) => index * wattStep);
  const from = Math.ceil(scale.first / secondStep);
  const seconds = Array.from({ length: Math.floor(scale.last / secondStep) - from + 1 }, (_, index) => (from + index) * secondStep);
  const number = (value: number, step: number) => (step >= 1 ? whole(value) : value.toFixed(Math.ceil(-Math.log10(step))));
  return [
    `<path class="g" d="${watts.map((value) => `M${LEFT} ${px(scale.y(value))}H${RIGHT}`).join('')}"/>`,
    ...watts.map((value) => `<text class="e" x="${LEFT - 8}" y="${px(scale.y(value) + 4)}">${number(value, wattStep)}</text>`),
    `<path class="g" d="${seconds.map((value) => `M${px(scale.x(value))} ${BOTTOM}v5`).join('')}"/>`,
    ...seconds.map((value) => `<text class="m" x="${px(scale.x(value))}" y="${BOTTOM + 19}">${number(value, secondStep)}</text>`),
    `<text class="m" x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 10}">seconds</text>`,
    `<text class="m" transform="translate(15 ${(TOP + BOTTOM) / 2})rotate(-90)">watts</text>`,
  ];
}

function shades(windows: readonly PlotWindow[], scale: Scale): string[] {
  return PHASES.flatMap((name) => {
    const own = windows.filter(({ phase }) => phase.name === name);
    const area = own.map(({ phase }) => {
      const [from, to] = [scale.x(phase.startSeconds), scale.x(phase.endSeconds)];
      return `M${px(from)} ${TOP}H${px(Math.max(to, from + 0.5))}V${BOTTOM}H${px(from)}z`;
    });
    return own.length === 0 ? [] : [`<path class="${name}" d="${area.join('')}"/>`];
  });
}

function runNumbers(windows: readonly PlotWindow[], scale: Scale): string[] {
  const runs = [...Map.groupBy(windows, ({ run }) => run)].filter(([run]) => run > 0);
  let free = -Infinity;
  return runs.flatMap(([run, own]) => {
    const from = Math.min(...own.map(({ phase }) => phase.startSeconds));
    const to = Math.max(...own.map(({ phase }) => phase.endSeconds));
    const middle = scale.x((from + to) / 2);
    if (middle < free) return [];
    free = middle + RUN_PIXELS;
    return [`<text class="m" x="${px(middle)}" y="${TOP - 7}">${runs[0]?.[0] === run ? `run ${run}` : run}</text>`];
  });
}

function line({ points }: PowerSeries, index: number, lines: number, scale: Scale): string {
  const columns = Math.max(1, Math.min(RIGHT - LEFT, Math.floor(CORNERS / 2 / lines)));
  let path = '';
  let before = -Infinity;
  for (const point of thinned(points, columns, scale)) {
    path += `${point.seconds - before > GAP_SECONDS + (scale.last - scale.first) / columns ? 'M' : 'L'}${px(scale.x(point.seconds))} ${px(scale.y(point.watts))}`;
    before = point.seconds;
  }
  return `<path class="w" stroke="var(--s${index % NAMED})" d="${path}"/>`;
}

/** Of every column of pixels the points of least and of greatest power, in order of time; all points where they are few. */
function thinned(points: PowerSeries['points'], columns: number, scale: Scale): PowerSeries['points'] {
  if (points.length <= 2 * columns) return points;
  const width = (scale.last - scale.first) / columns;
  const byColumn = Map.groupBy(points, (point) => Math.floor((point.seconds - scale.first) / width));
  return [...byColumn.values()].flatMap((own) => {
    const least = own.reduce((found, point) => (point.watts < found.watts ? point : found));
    const most = own.reduce((found, point) => (point.watts > found.watts ? point : found));
    if (least === most) return [least];
    return least.seconds < most.seconds ? [least, most] : [most, least];
  });
}

function legend(windows: readonly PlotWindow[], series: readonly PowerSeries[]): string[] {
  const names = PHASES.filter((name) => windows.some(({ phase }) => phase.name === name));
  const more = series.length > NAMED ? ` and ${series.length - NAMED} more` : '';
  const entries = [
    ...series.slice(0, NAMED).map(({ label, short }, index) => ({
      mark: (x: number) => `<path class="w" stroke="var(--s${index})" d="M${px(x)} 46h16"/>`,
      text: `${series.length > 2 ? short : label}${index === NAMED - 1 ? more : ''}`,
    })),
    ...names.map((name) => ({ mark: (x: number) => `<path class="${name}" d="M${px(x)} 40h16v12h-16z"/>`, text: name })),
  ];
  let x = LEFT;
  return entries.flatMap(({ mark, text }) => {
    const label = shown(text, LABEL_LENGTH);
    const drawn = [mark(x), `<text x="${px(x + 22)}" y="50">${label}</text>`];
    x += 22 + widthOf(text.slice(0, LABEL_LENGTH)) + 20;
    return drawn;
  });
}

/** About how wide a text is in the legend's font, in pixels: capitals and digits are wider than the rest. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[A-Z0-9]/.test(character) ? 7.8 : 6.2), 0);

/** The picture in words, for whoever cannot see it. */
function description(windows: readonly PlotWindow[], series: readonly PowerSeries[], scale: Scale): string {
  const runs = new Set(windows.map(({ run }) => run).filter((run) => run > 0)).size;
  const span = `Power in watts over ${whole(scale.last - scale.first)} seconds, ${runs} ${runs === 1 ? 'run' : 'runs'}.`;
  const lines = series.map(({ label, points }) => {
    const inside = points.filter(({ seconds }) =>
      windows.some(({ phase }) => seconds >= phase.startSeconds && seconds <= phase.endSeconds),
    );
    const highest = inside.reduce((most, { watts }) => Math.max(most, watts), 0);
    const mean = inside.reduce((sum, { watts }) => sum + watts, 0) / Math.max(1, inside.length);
    return inside.length === 0
      ? `${label}: no sample in a measured phase.`
      : `${label}: ${whole(mean)} W on average in the measured phases, ${whole(highest)} W at most.`;
  });
  return [span, ...lines].join(' ');
}

/** A stranger's text in the picture: no markup, nothing invisible, no longer than there is room. */
function shown(text: string, length: number): string {
  const plain = visible(text);
  const short = plain.length > length ? `${plain.slice(0, length - 1).toWellFormed()}…` : plain;
  return short.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
