import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Up to here every row is in the page, so that the browser's own search finds it. */
const ALL = 100;
/** How high a row is on most screens, in pixels: what the first drawing goes by. */
const USUAL_HEIGHT = 46;
/** Rows beyond the visible ones, above and below. */
const MARGIN = 8;
/** Rows that a print holds at most. */
const PRINTED = 2000;

type RowWindow = { first: number; last: number; before: number; after: number };

/** Which rows of a long table are in the page, and how high the places of the others are, in pixels. */
export function useWindow(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [height, setHeight] = useState(USUAL_HEIGHT);
  const [place, setPlace] = useState(() => ({ first: 0, last: Math.ceil(innerHeight / USUAL_HEIGHT) + 2 * MARGIN }));
  const many = count > ALL;
  useLayoutEffect(() => {
    const measured = body.current?.querySelector('tr:not(.filler, .group)')?.getBoundingClientRect().height;
    if (measured !== undefined && measured > 0 && Math.abs(measured - height) > 0.1) setHeight(measured);
  });
  useEffect(() => {
    if (!many) return;
    const follow = () => setPlace((known) => moved(known, placeOf(body.current, height, count)));
    const print = () => setPlace({ first: 0, last: Math.min(count, PRINTED) });
    follow();
    addEventListener('scroll', follow, { passive: true });
    addEventListener('resize', follow);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', follow);
    return () => {
      removeEventListener('scroll', follow);
      removeEventListener('resize', follow);
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', follow);
    };
  }, [many, count, height, body]);
  if (!many) return { first: 0, last: count, before: 0, after: 0 };
  const last = Math.min(place.last, count);
  const first = Math.min(place.first, Math.max(0, last - 1));
  return { first, last, before: first * height, after: (count - last) * height };
}

type Place = { first: number; last: number };

function placeOf(body: HTMLElement | null, height: number, count: number): Place {
  const top = -(body?.getBoundingClientRect().top ?? 0);
  const above = Math.floor(top / height) - MARGIN;
  const first = Math.min(Math.max(0, above), Math.max(0, count - 1));
  return { first, last: Math.min(count, Math.max(above, 0) + Math.ceil(innerHeight / height) + 2 * MARGIN) };
}

/** The same object where nothing changes for the reader: then nothing is drawn anew. */
function moved(known: Place, next: Place): Place {
  const near = (a: number, b: number) => Math.abs(a - b) < MARGIN / 2;
  const atAnEnd = (next.first === 0) !== (known.first === 0) || next.last - next.first !== known.last - known.first;
  return !atAnEnd && near(known.first, next.first) && near(known.last, next.last) ? known : next;
}
