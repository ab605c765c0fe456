export { badgeSvg, shieldsText } from './badge.ts';
export { labelSvg } from './label.ts';
export { metadataIn } from './metadata.ts';
export { pngOf } from './rasterise.ts';
export { redrawn } from './redraw.ts';
export { starsSvg } from './stars.ts';
