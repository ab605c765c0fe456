import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleFiles } from '../../scripts/make-examples.ts';
import { policyFrom } from '../../src/domain/policy.ts';
import { localModel } from '../../src/hub/local-models.ts';
import { EXAMPLES } from '../support/embedded-process.ts';

const GENERATED = ['models', 'datasets', 'submissions'];

describe('the examples', () => {
  test('are what their script makes, byte for byte, and nothing else', async () => {
    const made = exampleFiles();
    const there: string[] = [];
    for (const folder of GENERATED) {
      for (const entry of await readdir(join(EXAMPLES, folder), { recursive: true, withFileTypes: true })) {
        if (entry.isFile())
          there.push(
            join(entry.parentPath, entry.name)
              .slice(EXAMPLES.length + 1)
              .replaceAll('\\', '/'),
          );
      }
    }
    expect(there.sort()).toEqual([...made.keys()].sort());
    for (const [path, bytes] of made) {
      const written = await readFile(join(EXAMPLES, path));
      expect(written.equals(bytes), `${path} differs: run npm run make-examples`).toBe(true);
    }
  });

  test('pin each model by the digest of its folder', async () => {
    const submissions = [...exampleFiles()].filter(([path]) => path.startsWith('submissions/'));
    expect(submissions.length).toBe(6);
    for (const [, bytes] of submissions) {
      const { model, revision } = parse(Buffer.from(bytes).toString()) as { model: string; revision: string };
      await expect(localModel(join(EXAMPLES, 'models'), model, revision)).resolves.toMatchObject({ source: 'local', revision });
    }
  });

  test('have a policy that fits its schema and names data sets that are there', async () => {
    const policy = policyFrom(parse(await readFile(join(EXAMPLES, 'policy.yaml'), 'utf8')));
    expect(policy.run).toMatchObject({ runs: 3, minimumPhaseSeconds: 1, warmUpMaximumSeconds: 5 });
    const made = exampleFiles();
    for (const { path } of Object.values(policy.datasets)) expect(made.has(path), path).toBe(true);
  });
});
