import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DESCRIPTION_FILE, extractedDescription } from '../../scripts/github-description.ts';

test("the loopback GitHub's description is what GitHub publishes", async () => {
  expect(await readFile(DESCRIPTION_FILE, 'utf8')).toBe(await extractedDescription());
});
