import { starBands } from '../../src/domain/rating.ts';
import { starsText } from '../../src/render/stars.ts';
import type { Row } from '../data/rows.ts';
import { wattHours } from '../parts/figures.tsx';
import { BottomAxis, Drawing } from './frame.tsx';
import { type Scale, type ScaleKind, scaleOf } from './scale.ts';

const HEIGHT = 260;
const BASE = HEIGHT - 48;
const MOST = 3000;

/** How the energies of a board lie, over the bands that make the stars. */
export function Distribution({ rows, kind }: { rows: readonly Row[]; kind: ScaleKind }) {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const energies = ranked.map(({ wh }) => wh);
  if (ranked.length === 0) return <p class="note">No row here has a rank.</p>;
  const byStars = [5, 4, 3, 2, 1].map((stars) => ({ stars, count: ranked.filter((row) => row.stars === stars).length }));
  const words = byStars.map(({ stars, count }) => `${count} with ${stars} star${stars === 1 ? '' : 's'}`).join(', ');
  return (
    <>
      <Drawing height={HEIGHT} words={`Energies of ${ranked.length} models: ${words}.`}>
        {(width) => <Strip rows={ranked} bands={starBands(energies)} kind={kind} width={width} />}
      </Drawing>
      <p class="quiet">
        Each point is a model; those of about the same energy stand one above the other. The range from the least energy to the largest is
        split into five bands of equal width, which is why one large model can push all others into five stars: {words}.{' '}
        <a href={`#/method?board=${encodeURIComponent(rows[0]?.board ?? '')}`}>Take models out and see the stars move</a>.
        {rows.some(({ rank }) => rank === null) ? ' Rows without a rank are left out.' : ''}
      </p>
    </>
  );
}

function Strip({ rows, bands, kind, width }: { rows: readonly Row[]; bands: readonly number[]; kind: ScaleKind; width: number }) {
  const scale = scaleOf(bands, kind, [16, width - 16]);
  const starred = rows.some(({ stars }) => stars !== null);
  return (
    <>
      {starred && <Bands bands={bands} scale={scale} />}
      <BottomAxis scale={scale} top={28} bottom={BASE} title="Wh per 1,000 queries" />
      {stacked(rows.slice(0, MOST), scale).map(({ row, x, level }) => (
        <circle key={row.id} class={`point s${row.stars ?? 0}`} cx={x} cy={Math.max(34, BASE - 8 - level * 10)} r={4.5}>
          <title>{`${row.model}: ${wattHours(row.wh)} Wh`}</title>
        </circle>
      ))}
    </>
  );
}

/** The bands as stripes with their stars above. */
function Bands({ bands, scale }: { bands: readonly number[]; scale: Scale }) {
  return (
    <g class="bands">
      {bands.slice(1).map((high, index) => {
        const [from, to] = [scale.at(bands[index] as number), scale.at(high)];
        const stars = 5 - index;
        return (
          <g key={stars} class={`band s${stars}`}>
            <rect x={from} y={28} width={Math.max(0, to - from)} height={BASE - 28} />
            {to - from > 20 && (
              <text x={(from + to) / 2} y={18} text-anchor="middle">
                {to - from > 70 ? starsText(stars) : `${stars}★`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Points that would lie upon each other, one above the other. */
function stacked(rows: readonly Row[], scale: Scale): { row: Row; x: number; level: number }[] {
  const levels = new Map<number, number>();
  return rows.map((row) => {
    const x = scale.at(row.wh);
    const column = Math.round(x / 9);
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return { row, x, level };
  });
}
