import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/domain/canonical.ts';
import type { Result } from '../../src/domain/generated/result.ts';
import { folderRevision } from '../../src/hub/folder-digest.ts';
import { folderOf } from '../support/folders.ts';
import { runCli } from '../support/quick-examples.ts';
import { ctcFiles, transcriberFiles } from '../support/tiny-media-models.ts';
import { END_TOKEN, SWITCHING_TEMPLATE, thinkerFiles } from '../support/tiny-thinker.ts';
import { tone, wavOf } from '../support/wav-files.ts';

type Files = Record<string, string | Uint8Array>;

const POLICY = `schemaVersion: 1
name: Tiny
backends: [embedded]
run: { runs: 1, minimumPhaseSeconds: 0.05, warmUpMaximumSeconds: 0.05, deadlineSeconds: 300 }
datasets:
  automatic-speech-recognition: { path: data/sounds.jsonl }
  reasoning: { path: data/texts.jsonl }
`;

const DATA: Files = {
  'data/sounds.jsonl': '{"audio":"one.wav"}\n{"audio":"two.wav"}\n',
  'data/one.wav': wavOf({ channels: [tone(300, 0.4, 8000)], samplesPerSecond: 8000 }),
  'data/two.wav': wavOf({ channels: [tone(500, 0.2, 22_050)], samplesPerSecond: 22_050 }),
  'data/texts.jsonl': '{"text":"One and one?"}\n',
};

/** A model and its submission, placed as below a submissions root. */
function submitted(name: string, task: string, tag: string, files: Files): Files {
  const whole: Files = { ...files, 'README.md': `---\nlicense: cc0-1.0\npipeline_tag: ${tag}\n---\n# ${name}\nRandom weights.\n` };
  const revision = folderRevision(Object.entries(whole).map(([path, content]) => ({ path, sha256: sha256(content) })));
  const submission = `schemaVersion: 1\nmodel: tiny/${name}\nrevision: ${revision}\ntask: ${task}\nprecision: float32\n`;
  const model = Object.entries(whole).map(([path, content]) => [`models/tiny/${name}/${path}`, content] as const);
  return { [`submissions/tiny/${name}/${task}.yaml`]: submission, ...Object.fromEntries(model) };
}

async function recordOf(repo: string, task: string, name: string): Promise<Result> {
  const folder = join(repo, 'results', task, 'tiny', name);
  const [file = 'no record'] = await readdir(folder);
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as Result;
}

test('score measures transcribers, labelling models and thinkers by the phases of their kind', async () => {
  const speech = 'automatic-speech-recognition';
  await using root = await folderOf({
    'policy.yaml': POLICY,
    ...DATA,
    ...submitted('transcriber', speech, speech, transcriberFiles()),
    ...submitted('labeller', speech, speech, ctcFiles()),
    ...submitted('thinker', 'reasoning', 'text-generation', thinkerFiles(SWITCHING_TEMPLATE)),
  });
  const repo = join(root.path, 'repo');
  const submissions = join(root.path, 'submissions');
  const ended = await runCli(['score', submissions, '--root', root.path, '--offline', '--out', join(root.path, 'out'), '--repo', repo]);
  expect(ended.code, ended.stderr).toBe(0);

  const transcriber = await recordOf(repo, speech, 'transcriber');
  expect(transcriber.plan.phases).toEqual(['preprocess', 'prefill', 'generate']);
  for (const phase of transcriber.runs[0]?.phases ?? []) {
    expect(phase).toMatchObject({ failedQueries: 0, outputTokens: phase.name === 'generate' ? phase.queries * 100 : null });
  }
  const labeller = await recordOf(repo, speech, 'labeller');
  expect(labeller.runs[0]?.phases.map(({ name, failedQueries }) => [name, failedQueries])).toEqual([
    ['preprocess', 0],
    ['forward', 0],
  ]);
  const thinker = await recordOf(repo, 'reasoning', 'thinker');
  expect(thinker.applied?.reasoning).toMatchObject({ state: 'on' });
  const answered = thinker.runs[0]?.phases.find(({ name }) => name === 'generate');
  expect(answered?.outputTokens).toBe((answered?.queries ?? 0) * (END_TOKEN - 10));
});
