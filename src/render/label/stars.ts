import { internalFault } from '../../domain/errors.ts';
import { LABEL_MARKS, type Label } from '../../domain/label.ts';
import { COLOURS, type Theme } from './colours.ts';
import { svgDocument } from './document.ts';
import { BOLD, textPath, widthOf } from './face.ts';
import { metadataText } from './metadata.ts';
import { starRow } from './shapes.ts';
import { descriptionText, titleText } from './words.ts';

const HEIGHT = 24;
const STAR = { radius: 11, pitch: 26 };
const STARS_WIDTH = STAR.pitch * 4 + 2 * STAR.radius + 2;
const SIZE = 12;

/**
 * Five stars alone, which lead to the leaderboard. Those that are not official say so beside them.
 * @throws Fault of ours, code label-link-missing, for a label without a link: stars never stand alone without one
 */
export function starsSvg(label: Label, theme: Theme): string {
  if (label.link === null) throw internalFault('Stars that stand alone have to lead to the leaderboard.', { code: 'label-link-missing' });
  const colours = COLOURS[theme];
  const words = label.mark === null ? (label.stars === null ? 'no stars yet' : null) : LABEL_MARKS[label.mark].short;
  const width = words === null ? STARS_WIDTH : Math.ceil(STARS_WIDTH + 6 + widthOf(BOLD, words, SIZE) + 1);
  const filled = label.mark === null ? colours.star : colours.emptyStar;
  const drawing = [
    starRow({ stars: label.stars, x: STAR.radius + 1, y: 12.6, ...STAR, filled, empty: colours.emptyStar }),
    words === null ? '' : textPath({ text: words, face: BOLD, size: SIZE, x: STARS_WIDTH + 6, y: 16.5, fill: colours.muted }),
  ];
  return svgDocument({
    width,
    height: HEIGHT,
    title: titleText(label),
    description: descriptionText(label),
    link: label.link,
    metadata: metadataText({ form: 'stars', theme, label }),
    drawing: drawing.filter((part) => part !== '').join('\n'),
  });
}
