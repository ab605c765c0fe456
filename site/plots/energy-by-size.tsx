import type { Row } from '../data/rows.ts';
import { counted, parameters, shortName, wattHours } from '../parts/figures.tsx';
import { BottomAxis, Drawing, LeftAxis, StarsLegend } from './frame.tsx';
import { type ScaleKind, scaleOf } from './scale.ts';

const HEIGHT = 420;
const MOST = 2000;

/** Energy against parameters, one point a row. */
export function EnergyBySize({ rows, kind }: { rows: readonly Row[]; kind: ScaleKind }) {
  const known = rows.flatMap((row) => (row.parameters === null ? [] : [{ row, size: row.parameters }]));
  if (known.length === 0) return <p class="note">None of these rows tells how many parameters its model has.</p>;
  const points = known.slice(0, MOST);
  const left = known.length < rows.length ? ` ${counted(rows.length - known.length, 'row')} without parameters left out.` : '';
  return (
    <>
      <StarsLegend rows={points.map(({ row }) => row)} />
      <Drawing height={HEIGHT} words={`Energy against parameters of ${points.length} models. The table holds the figures.`}>
        {(width) => <Points points={points} kind={kind} width={width} />}
      </Drawing>
      <p class="quiet">
        Each point is a model.{left}
        {known.length > MOST ? ` The first ${MOST} of ${known.length}.` : ''}
      </p>
    </>
  );
}

function Points({ points, kind, width }: { points: readonly { row: Row; size: number }[]; kind: ScaleKind; width: number }) {
  const across = scaleOf(
    points.map(({ size }) => size),
    kind,
    [56, width - 16],
  );
  const up = scaleOf(
    points.map(({ row }) => row.wh),
    kind,
    [HEIGHT - 48, 24],
  );
  const places = points.map(({ row, size }) => ({ row, size, x: across.at(size), y: up.at(row.wh) }));
  const named = namedPlaces(places);
  return (
    <>
      <LeftAxis scale={up} left={56} right={width - 16} title="Wh per 1,000 queries" />
      <BottomAxis scale={across} top={24} bottom={HEIGHT - 48} title="Parameters of the model" />
      {places.map((place) => (
        <g key={place.row.id} class={`point s${place.row.stars ?? 0}${place.row.rank === null ? ' unranked' : ''}`}>
          <circle cx={place.x} cy={place.y} r={5}>
            <title>{`${place.row.model}: ${wattHours(place.row.wh)} Wh, ${parameters(place.size)} parameters`}</title>
          </circle>
          {named.has(place) && (
            <text x={place.x + (isRight(place, width) ? -9 : 9)} y={place.y + 4} text-anchor={isRight(place, width) ? 'end' : 'start'}>
              {shortName(place.row.model, LONGEST_NAME)}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

type Place = { row: Row; size: number; x: number; y: number };

const LONGEST_NAME = 26;

const isRight = ({ x }: Place, width: number): boolean => x > width * 0.65;

/** The points whose names find room: no two on one line. */
function namedPlaces(places: readonly Place[]): Set<Place> {
  const named = new Set<Place>();
  for (const place of places) {
    const free = [...named].every((other) => Math.abs(other.y - place.y) > 14 || Math.abs(other.x - place.x) > 200);
    if (free && named.size < 24) named.add(place);
  }
  return named;
}
