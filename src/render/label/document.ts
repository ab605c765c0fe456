import { sha256 } from '../../domain/canonical.ts';
import { xml } from '../xml.ts';

export type Picture = {
  /** In pixels. */
  width: number;
  height: number;
  /** What it is, in one line. */
  title: string;
  /** What it shows, in words. */
  description: string;
  /** The page that it leads to; null where it leads nowhere. */
  link: string | null;
  /** What it was made of, as text for programs. */
  metadata: string;
  /** Its drawing, as SVG. */
  drawing: string;
};

/**
 * A picture as an SVG document that needs nothing from elsewhere. It is an image with a name and a description for those who hear
 * it; where it leads somewhere, the link holds the image, for an image holds no links. Several of them can stand in one page: what
 * they name is named after what they hold.
 */
export function svgDocument({ width, height, title, description, link, metadata, drawing }: Picture): string {
  const id = sha256(`${title}\n${description}\n${drawing}`).slice(0, 8);
  const role = `role="img" aria-labelledby="t${id} d${id}"`;
  const words = `<title id="t${id}">${xml(title)}</title>\n<desc id="d${id}">${xml(description)}</desc>\n<metadata>${xml(metadata)}</metadata>`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  if (link === null) return `${head} ${role}>\n${words}\n${drawing}\n</svg>\n`;
  return `${head}>\n${words}\n<a href="${xml(link)}"><g ${role}>\n${drawing}\n</g></a>\n</svg>\n`;
}
