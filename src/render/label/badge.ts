import { LABEL_MARKS, type Label } from '../../domain/label.ts';
import { svgDocument } from './document.ts';
import { BOLD, MEDIUM, textPath, widthOf } from './face.ts';
import { metadataText } from './metadata.ts';
import { sign, starRow } from './shapes.ts';
import { descriptionText, PROJECT, shortFigure, starsLine, titleText } from './words.ts';

const HEIGHT = 20;
const BASELINE = 14;
const SIZE = 11;
const STAR = { radius: 5.6, pitch: 12 };
const RADIUS = 4;

/** A badge's colour by its stars; white text on each of them has a contrast of 4.5 and more. */
const BY_STARS = ['#57606a', '#b42318', '#a8480a', '#7a6200', '#3f7420', '#1a7341'] as const;
const LEFT_GROUND = '#16302b';
const UNOFFICIAL_LEFT = '#45494d';

const colourOf = ({ mark, stars }: Label): string => (mark === null ? BY_STARS[stars ?? 0] : BY_STARS[0]) as string;

/** What a badge says behind the project's name, in text: what it is not, its stars, its figure. */
const figureOf = (label: Label): string => shortFigure(label.whPer1000Queries);
const markOf = ({ mark }: Label): string | null => (mark === null ? null : LABEL_MARKS[mark].short);

/** The compact badge as an SVG document, 20 pixels high and as wide as what it says. */
export function badgeSvg(label: Label): string {
  const left = Math.ceil(30 + widthOf(MEDIUM, PROJECT, SIZE));
  const [figure, mark] = [figureOf(label), markOf(label)];
  const markX = left + 7;
  const starsX = mark === null ? markX : markX + widthOf(BOLD, mark, SIZE) + 7;
  const stars = label.stars === null ? 0 : STAR.pitch * 4 + 2 * STAR.radius + 6;
  const figureX = starsX + stars;
  const width = Math.ceil(figureX + widthOf(BOLD, figure, SIZE) + 7);
  const drawing = [
    `<path fill="${mark === null ? LEFT_GROUND : UNOFFICIAL_LEFT}" d="M${RADIUS} 0H${left}V${HEIGHT}H${RADIUS}A${RADIUS} ${RADIUS} 0 0 1 0 ${HEIGHT - RADIUS}V${RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} 0Z"/>`,
    `<path fill="${colourOf(label)}" d="M${left} 0H${width - RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${width} ${RADIUS}V${HEIGHT - RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${width - RADIUS} ${HEIGHT}H${left}Z"/>`,
    sign(5, 2.5, 16, { dial: mark === null ? '#7fd8ad' : '#d5d8da', bolt: mark === null ? '#ffd666' : '#ffffff' }),
    textPath({ text: PROJECT, face: MEDIUM, size: SIZE, x: 24, y: BASELINE, fill: '#ffffff' }),
    mark === null ? '' : textPath({ text: mark, face: BOLD, size: SIZE, x: markX, y: BASELINE, fill: '#ffd666' }),
    label.stars === null
      ? ''
      : starRow({ stars: label.stars, x: starsX + STAR.radius, y: 10.2, ...STAR, filled: '#ffffff', empty: '#ffffff' }),
    textPath({ text: figure, face: BOLD, size: SIZE, x: figureX, y: BASELINE, fill: '#ffffff' }),
  ];
  return svgDocument({
    width,
    height: HEIGHT,
    title: `${titleText(label)}, ${figure} per 1,000 tasks`,
    description: descriptionText(label),
    link: label.link,
    metadata: metadataText({ form: 'badge', theme: 'light', label }),
    drawing: drawing.filter((part) => part !== '').join('\n'),
  });
}

/** What shields asks of an endpoint that a badge is made of. */
export type ShieldsBadge = { schemaVersion: 1; label: string; message: string; color: string };

/** The badge for shields' endpoint. */
export function shieldsBadge(label: Label): ShieldsBadge {
  const parts = [markOf(label), starsLine(label.stars), figureOf(label)].filter((part) => part !== null);
  return { schemaVersion: 1, label: PROJECT, message: parts.join(' '), color: colourOf(label).slice(1) };
}

/** The same as the text of a file. */
export const shieldsText = (label: Label): string => `${JSON.stringify(shieldsBadge(label), null, 2)}\n`;
