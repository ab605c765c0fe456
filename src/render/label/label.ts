import { LABEL_MARKS, type Label } from '../../domain/label.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { BANNERS, COLOURS, type Colours, type Theme, UNOFFICIAL_HEADER } from './colours.ts';
import { svgDocument } from './document.ts';
import { BOLD, type Face, MEDIUM, px, textPath, widthOf } from './face.ts';
import { fitLine, fitName } from './fit.ts';
import { metadataText } from './metadata.ts';
import { sign, starRow } from './shapes.ts';
import { descriptionText, editionText, figureText, intervalText, modelText, monthText, PROJECT, taskText, titleText } from './words.ts';

/** The label's measures, in pixels. */
export const LABEL_WIDTH = 260;
export const LABEL_HEIGHT = 364;
const PADDING = 16;
const RIGHT = LABEL_WIDTH - PADDING;
const INSIDE = RIGHT - PADDING;

const HEADER = 52;
const BANNER = 20;
/** The model's name takes what is between the header, or the banner, and the rows. */
const ROWS = 138;
const ROW = 19;
const ENERGY = 203;
const STARS = 295;
const FOOTER = 319;

/** What is said beside a figure. */
const SMALL = 11;

const NAME_SIZES = [16, 14, 13, 12, 11, 10, 9, 8, 7];

/** The label as an SVG document of 260 x 364 pixels: bytes that follow from the label and the theme alone. */
export function labelSvg(label: Label, theme: Theme): string {
  const colours = COLOURS[theme];
  const drawing = [
    frame(colours),
    header(label, colours),
    ...banner(label),
    ...name(label, colours),
    ...rows(label, colours),
    ...energyBlock(label, colours),
    ...starBlock(label, colours),
    ...footer(label, colours),
    watermark(label, colours),
  ];
  return svgDocument({
    width: LABEL_WIDTH,
    height: LABEL_HEIGHT,
    title: titleText(label),
    description: descriptionText(label),
    link: label.link,
    metadata: metadataText({ form: 'label', theme, label }),
    drawing: drawing.filter((part) => part !== '').join('\n'),
  });
}

const RADIUS = 10;

const frame = ({ page, edge }: Colours): string =>
  `<rect x="0.5" y="0.5" width="${LABEL_WIDTH - 1}" height="${LABEL_HEIGHT - 1}" rx="${RADIUS - 0.5}" fill="${page}" stroke="${edge}"/>`;

function header({ mark }: Label, { header: ground, headerText, headerMuted }: Colours): string {
  const top = `M0 ${HEADER}V${RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} 0H${LABEL_WIDTH - RADIUS}A${RADIUS} ${RADIUS} 0 0 1 ${LABEL_WIDTH} ${RADIUS}V${HEADER}Z`;
  const official = mark === null;
  return [
    `<path fill="${official ? ground : UNOFFICIAL_HEADER}" d="${top}"/>`,
    sign(PADDING, 11, 30, { dial: official ? '#7fd8ad' : '#d5d8da', bolt: official ? '#ffd666' : '#ffffff' }),
    textPath({ text: PROJECT, face: BOLD, size: 17, x: 56, y: 26, fill: headerText }),
    textPath({ text: 'Energy of inference', face: MEDIUM, size: 11, x: 56, y: 41, fill: official ? headerMuted : '#eceeef' }),
  ].join('\n');
}

function banner({ mark }: Label): string[] {
  if (mark === null) return [];
  const { banner: text, figure } = LABEL_MARKS[mark];
  const colours = BANNERS[figure];
  return [
    `<rect x="0" y="${HEADER}" width="${LABEL_WIDTH}" height="${BANNER}" fill="${colours.ground}"/>`,
    textPath({ text, face: BOLD, size: 11, x: LABEL_WIDTH / 2, y: HEADER + 14, anchor: 'middle', fill: colours.text }),
  ];
}

function name(label: Label, { text }: Colours): string[] {
  const top = HEADER + (label.mark === null ? 0 : BANNER) + 8;
  const height = ROWS - 8 - top;
  const { lines, size, lineHeight } = fitName(visible(modelText(label)), { face: BOLD, width: INSIDE, height, sizes: NAME_SIZES });
  const first = top + (height - lines.length * lineHeight) / 2;
  return lines.map((line, index) =>
    textPath({ text: line, face: BOLD, size, x: PADDING, y: first + index * lineHeight + lineHeight * 0.79, fill: text }),
  );
}

/** What a processor calls itself, without the words that tell nothing. */
const shortHardware = (name: string): string =>
  name
    .replace(/\((?:R|TM)\)/gi, '')
    .replace(/ (?:CPU|Processor)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const rule = (y: number, { line }: Colours): string => `<path stroke="${line}" d="M${PADDING} ${y}H${RIGHT}"/>`;

/** Room of a row's name; the rest is its value's. */
const ROW_NAME = 64;

function rows(label: Label, colours: Colours): string[] {
  const values = [
    ['Scored', monthText(label.scored)],
    ['Task', taskText(label)],
    ['Hardware', visible(shortHardware(label.hardware))],
  ] as const;
  return [
    rule(ROWS, colours),
    ...values.flatMap(([title, value], index) => {
      const y = ROWS + 17 + index * ROW;
      const fitted = fitLine(value, { face: MEDIUM, width: INSIDE - ROW_NAME, sizes: [12, 11, 10, 9] });
      return [
        textPath({ text: title, face: MEDIUM, size: 12, x: PADDING, y, fill: colours.muted }),
        textPath({ ...fitted, face: MEDIUM, x: RIGHT, y, anchor: 'end', fill: colours.text }),
      ];
    }),
    rule(ENERGY, colours),
  ];
}

const fitted = (text: string, face: Face, sizes: readonly number[]) => ({ face, ...fitLine(text, { face, width: INSIDE, sizes }) });

/** As the method words it; at 14 pixels it fills the label's width, its letters a little nearer than usual. */
const QUANTITY = 'Inference Energy (Wh) per 1k tasks';

function energyBlock(label: Label, colours: Colours): string[] {
  const interval = intervalText(label.interval95);
  const below = interval === null ? label.energy : `95 % interval ${interval}`;
  // With an interval below the figure, which energy it is stands beside it.
  const beside = interval === null ? '' : label.energy;
  const room = INSIDE - widthOf(MEDIUM, beside, SMALL) - 8;
  const figure = fitLine(figureText(label.whPer1000Queries), { face: BOLD, width: room, sizes: [30, 26, 22, 18, 14] });
  return [
    textPath({ text: QUANTITY, face: MEDIUM, size: 14, tracking: -0.013, x: PADDING, y: ENERGY + 20, fill: colours.text }),
    textPath({ ...figure, face: BOLD, x: PADDING, y: ENERGY + 52, fill: colours.text }),
    textPath({ text: beside, face: MEDIUM, size: SMALL, x: RIGHT, y: ENERGY + 52, anchor: 'end', fill: colours.muted }),
    textPath({ ...fitted(below, MEDIUM, [SMALL, 10, 9]), x: PADDING, y: ENERGY + 68, fill: colours.muted }),
  ];
}

/** Only official stars are green. */
function starBlock({ stars, mark }: Label, colours: Colours): string[] {
  const filled = mark === null ? colours.star : colours.emptyStar;
  const row = starRow({ stars, x: PADDING + 13, y: STARS, radius: 13, pitch: 31, filled, empty: colours.emptyStar });
  const words = stars === null ? 'no stars' : `${stars} of 5`;
  const beside = textPath({ text: words, face: MEDIUM, size: 12, x: RIGHT, y: STARS + 4.5, anchor: 'end', fill: colours.muted });
  return [row, beside];
}

function footer(label: Label, colours: Colours): string[] {
  const address =
    label.link === null
      ? null
      : label.link
          .replace(/^https:\/\//, '')
          .replace(/\?.*$/, '')
          .replace(/\/$/, '');
  return [
    rule(FOOTER, colours),
    ...(label.stars === null && label.starsNote !== null ? note(label.starsNote, colours) : [edition(label, colours)]),
    address === null ? '' : textPath({ ...fitted(visible(address), MEDIUM, [10, 9, 8]), x: PADDING, y: FOOTER + 34, fill: colours.link }),
  ];
}

const edition = (label: Label, { text }: Colours): string =>
  textPath({ ...fitted(editionText(label), MEDIUM, [11, 10, 9]), x: PADDING, y: FOOTER + 18, fill: text });

/** Why there are no stars: small, so that two lines of it stand above the address. */
function note(text: string, { text: fill }: Colours): string[] {
  const { lines, size } = fitName(text, { face: MEDIUM, width: INSIDE, height: 22, sizes: [9.5, 9] });
  return lines.map((line, index) => textPath({ text: line, face: MEDIUM, size, x: PADDING, y: FOOTER + 12 + index * 11, fill }));
}

/** Struck across a figure that does not stand, so that no part cut out of the label looks sound. */
function watermark({ mark }: Label, { watermark: ink }: Colours): string {
  if (mark === null || LABEL_MARKS[mark].figure === 'stands') return '';
  const text = LABEL_MARKS[mark].short.toUpperCase();
  const middle = { x: LABEL_WIDTH / 2, y: 248 };
  const { size } = fitLine(text, { face: BOLD, width: INSIDE - 8, sizes: [38, 34, 30, 26] });
  const path = textPath({ text, face: BOLD, size, x: 0, y: size * 0.36, anchor: 'middle', fill: ink });
  return `<g opacity="0.32" transform="translate(${px(middle.x)} ${px(middle.y)})rotate(-24)">${path}</g>`;
}
