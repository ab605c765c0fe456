import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { operatorFault } from '../../src/domain/errors.ts';
import { policyFromText } from '../../src/domain/policy.ts';
import { pinsIn } from '../../src/domain/templates/pins.ts';
import { filledTemplate, templateWorkflows, VALUES } from './repositories.ts';

const policyOf = async (kind: 'submissions' | 'results') =>
  policyFromText((await filledTemplate(kind)).get('policy.yaml') ?? '', 'policy.yaml', operatorFault);

test('both policies say the same of what is measured; how GPU time is given out stands in one', async () => {
  const { bot, ...submissions } = await policyOf('submissions');
  const { bot: none, ...results } = await policyOf('results');
  expect(submissions).toEqual(results);
  expect(bot?.runner).toEqual(['self-hosted', 'h100']);
  expect(none).toBeUndefined();
});

test('whatever a comment in the policy offers is taken where the # is taken away', async () => {
  const text = (await filledTemplate('submissions')).get('policy.yaml') ?? '';
  const offered = text.replace(/^( *)# ( *(?:[a-zA-Z]+:|- name:).*)$/gm, '$1$2');
  expect(offered).not.toBe(text);
  const { bot, official, evidence } = policyFromText(offered, 'policy.yaml', operatorFault);
  expect(official.gpus).toEqual(['NVIDIA H100 80GB HBM3']);
  expect(evidence.hosts).toEqual(['huggingface.co']);
  expect(bot?.teams).toMatchObject([{ name: 'Example lab', maxSubmissions: 10 }]);
});

test('the App may write contents and nothing else, and hears of nothing', async () => {
  const manifest = JSON.parse(await readFile('templates/app-manifest.json', 'utf8'));
  expect(manifest).toMatchObject({
    public: false,
    default_permissions: { contents: 'write', metadata: 'read' },
    default_events: [],
    hook_attributes: { active: false },
  });
  expect(Object.keys(manifest.default_permissions)).toHaveLength(2);
});

test('an action of others has one pin, here, in the docs and in the templates', async () => {
  const texts = await Promise.all(
    ['.github/workflows/ci.yml', '.github/workflows/release.yml', 'docs/many.md', 'docs/action.md'].map((file) => readFile(file, 'utf8')),
  );
  const pins = [...texts, ...(await templateWorkflows()).map(({ text }) => text)].flatMap((text) => pinsIn(text) ?? []);
  const byAction = new Map<string, Set<string>>();
  for (const { action, ref } of pins.filter((pin) => !pin.action.startsWith(VALUES.action) && pin.ref !== 'COMMIT')) {
    byAction.set(action, (byAction.get(action) ?? new Set()).add(ref));
  }
  expect(byAction.size).toBe(6);
  for (const [action, refs] of byAction) expect([...refs], action).toHaveLength(1);
});

test('rulesets ask for the checks that workflows give', async () => {
  const submissions = (await filledTemplate('submissions')).get('.github/rulesets/default-branch.json');
  expect(await readFile('src/stages/validate-pull-request.ts', 'utf8')).toContain("'AI Energy Score: submission'");
  expect(submissions).toContain('"AI Energy Score: submission"');
  const results = await filledTemplate('results');
  expect(results.get('.github/workflows/check.yml')).toContain('name: AI Energy Score check-repo');
  expect(results.get('.github/rulesets/main-review.json')).toContain('"AI Energy Score check-repo"');
});
