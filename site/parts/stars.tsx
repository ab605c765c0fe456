import { starsText, starsWords } from '../../src/render/stars.ts';

/** Stars as a picture with words for those who hear it; a dash with the reason where there are none. */
export function Stars({ stars, note }: { stars: number | null; note: string | null }) {
  if (stars === null)
    return (
      <span class="quiet" title={note ?? 'No rank, so no stars.'}>
        <span aria-hidden="true">–</span>
        <span class="hidden">no stars</span>
      </span>
    );
  const shown = starsText(stars);
  return (
    <span class="stars" role="img" aria-label={starsWords(stars)} title={starsWords(stars)}>
      <span aria-hidden="true" class="long">
        {shown.slice(0, stars)}
        <span class="missing">{shown.slice(stars)}</span>
      </span>
      <span aria-hidden="true" class="short">
        {stars}★
      </span>
    </span>
  );
}
