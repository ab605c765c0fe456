import { badgeSvg } from './badge.ts';
import { labelSvg } from './label.ts';
import type { LabelMetadata } from './metadata.ts';
import { starsSvg } from './stars.ts';

/** The picture that metadata tell of, drawn anew; null where they are none that could be drawn. */
export function redrawn({ form, theme, label }: LabelMetadata): string | null {
  try {
    if (form === 'badge') return badgeSvg(label);
    if (theme !== 'light' && theme !== 'dark') return null;
    return form === 'label' ? labelSvg(label, theme) : form === 'stars' ? starsSvg(label, theme) : null;
  } catch {
    // Foreign metadata may hold anything.
    return null;
  }
}
