export { badgeSvg, shieldsText } from './badge.ts';
export { labelSvg } from './label.ts';
export { pngOf } from './rasterise.ts';
export { starsSvg } from './stars.ts';
