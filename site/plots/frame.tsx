import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { starsText } from '../../src/render/stars.ts';
import type { Row } from '../data/rows.ts';
import type { Scale, ScaleKind } from './scale.ts';

/** The width that a plot has, in pixels: its letters stay as large on a phone as on a desk. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (ref.current === null) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(ref.current);
    setWidth(Math.floor(ref.current.getBoundingClientRect().width));
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}

/** A picture as wide as there is room, with words for those who hear it. */
export function Drawing({ height, words, children }: { height: number; words: string; children: (width: number) => ComponentChildren }) {
  const { ref, width } = useWidth();
  return (
    <div class="drawing" ref={ref} style={{ minHeight: `${height}px` }}>
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
          {children(width)}
        </svg>
      )}
    </div>
  );
}

/** An axis below a plot. */
export function BottomAxis({ scale, top, bottom, title }: { scale: Scale; top: number; bottom: number; title: string }) {
  return (
    <g class="axis">
      {scale.ticks.map(({ at, text }) => (
        <g key={text}>
          <line x1={at} x2={at} y1={top} y2={bottom} />
          <text x={at} y={bottom + 16} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      <text class="title" x={(scale.from + scale.to) / 2} y={bottom + 36} text-anchor="middle">
        {title}
      </text>
    </g>
  );
}

/** An axis left of a plot. */
export function LeftAxis({ scale, left, right, title }: { scale: Scale; left: number; right: number; title: string }) {
  return (
    <g class="axis">
      {scale.ticks.map(({ at, text }) => (
        <g key={text}>
          <line x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 6} y={at + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <text class="title" x={4} y={12}>
        {title}
      </text>
    </g>
  );
}

/** Which colour stands for which stars, of those that are there. */
export function StarsLegend({ rows }: { rows: readonly Row[] }) {
  const there = new Set(rows.map(({ stars }) => stars ?? 0));
  return (
    <ul class="legend" aria-label="Colours">
      {[5, 4, 3, 2, 1, 0].map(
        (stars) =>
          there.has(stars) && (
            <li key={stars}>
              <span class={`key dot s${stars}`} aria-hidden="true" /> {stars === 0 ? 'no stars' : <StarsWord stars={stars} />}
            </li>
          ),
      )}
    </ul>
  );
}

const StarsWord = ({ stars }: { stars: number }) => (
  <>
    <span aria-hidden="true">{starsText(stars).slice(0, stars)}</span>
    <span class="hidden">{stars === 1 ? '1 star' : `${stars} stars`}</span>
  </>
);

/** Chooses how an axis counts. */
export function ScaleChoice({ kind, onChoose }: { kind: ScaleKind; onChoose: (kind: ScaleKind) => void }) {
  return (
    <fieldset class="tabs small">
      <legend class="hidden">Scale</legend>
      {(['linear', 'log'] as const).map((choice) => (
        <label key={choice} class={choice === kind ? 'current' : ''}>
          <input type="radio" name="scale" checked={choice === kind} onChange={() => onChoose(choice)} />
          {choice === 'log' ? 'Logarithmic' : 'Linear'}
        </label>
      ))}
    </fieldset>
  );
}
