import { LABEL_DRAWING, type Label } from '../../domain/label.ts';
import type { Theme } from './colours.ts';

/** What a picture was made of: enough to draw it again. */
export type LabelMetadata = {
  program: 'ai-energy-score';
  /** Number of the drawing. */
  drawing: number;
  form: 'label' | 'badge' | 'stars';
  theme: Theme;
  label: Label;
};

/** The metadata as JSON of ASCII alone: no character of it has to be changed to stand in XML. */
export function metadataText({ form, theme, label }: Omit<LabelMetadata, 'program' | 'drawing'>): string {
  const metadata: LabelMetadata = { program: 'ai-energy-score', drawing: LABEL_DRAWING, form, theme, label };
  return JSON.stringify(metadata).replace(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** What an SVG document says that it was made of; null where it says nothing of the kind. */
export function metadataIn(svg: string): LabelMetadata | null {
  const [, escaped] = /<metadata>([^<]{0,20000})<\/metadata>/.exec(svg) ?? [];
  if (escaped === undefined) return null;
  try {
    const value: LabelMetadata | null = JSON.parse(escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity));
    return value?.program === 'ai-energy-score' && Number.isInteger(value.drawing) && typeof value.label === 'object' ? value : null;
  } catch {
    return null;
  }
}
