import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { glyphFiles } from '../../scripts/label-glyphs.ts';
import { BOLD, MEDIUM, textPath, widthOf } from '../../src/render/label/face.ts';
import { drawnIn, parseSvg } from './label-svg.ts';

test('the outlines in the tree are what the script makes of the installed font', async () => {
  for (const [path, text] of await glyphFiles())
    expect(await readFile(path, 'utf8'), `${path}: run node scripts/label-glyphs.ts`).toBe(text);
});

const FACES = [
  ['Medium', MEDIUM, 500],
  ['Bold', BOLD, 700],
] as const;

test.each(FACES)(
  'Inter %s is as wide as the font sets it, kerning and all, and every letter fills the font’s box',
  async (_name, face, weight) => {
    const font = create(await readFile(`node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)) as Font;
    const size = 100;
    for (const text of ['AVATAR To LT. Yo', 'meta-llama/Llama-3.3-70B-Instruct', '0123456789,.', 'Type (x86_64) "P."']) {
      const set = font.layout(text, { calt: false }, 'latn');
      const width = (set.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * size) / font.unitsPerEm;
      // Each advance and each pair is rounded to 1/512 em.
      expect(Math.abs(widthOf(face, text, size) - width)).toBeLessThan((text.length * size) / 512);
    }
    for (const character of face.glyphs.keys()) {
      const box = font.layout(character, { calt: false }).glyphs[0]?.bbox;
      const path = textPath({ text: character, face, size, x: 0, y: 0, fill: '' });
      if (path === '') continue;
      const own = drawnIn(parseSvg(`<svg>${path}</svg>`))[0]?.box;
      const wanted = [box?.minX ?? 0, -(box?.maxY ?? 0), box?.maxX ?? 0, -(box?.minY ?? 0)].map(
        (units) => (units * size) / font.unitsPerEm,
      );
      const found = [own?.left ?? 0, own?.top ?? 0, own?.right ?? 0, own?.bottom ?? 0];
      for (const [index, edge] of found.entries()) expect(Math.abs(edge - (wanted[index] ?? 0)), character).toBeLessThan(0.6);
    }
  },
);
