import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
