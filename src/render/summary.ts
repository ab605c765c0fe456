import type { Report } from '../domain/report.ts';
import { resultSections } from './comment.ts';
import { SUMMARY_BYTES, withinBytes } from './markdown.ts';

/** One or several results as an Action's job summary: Markdown of at most 1 MiB, of which every result's short form is there while it fits. */
export function renderSummary(reports: readonly Report[]): string {
  const sections = reports.flatMap((report, index) => [
    ...(index === 0 ? [] : [{ importance: 0, text: '---' }]),
    ...resultSections(report),
  ]);
  return withinBytes(sections, SUMMARY_BYTES);
}
