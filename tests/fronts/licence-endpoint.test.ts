import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MODEL, startEndpointServer } from '../support/endpoint-server.ts';
import { folderOf } from '../support/folders.ts';
import { startHub } from '../support/hub-server.ts';
import { runCli } from '../support/quick-examples.ts';
import { COMMIT } from '../support/transformers-models.ts';

const POLICY = `schemaVersion: 1
name: Served
backends: [endpoint]
run: { runs: 2, minimumPhaseSeconds: 0.2, warmUpMaximumSeconds: 0.2 }
datasets: { text-generation: { path: rows.jsonl } }
`;

const SUBMISSION = `schemaVersion: 1
model: ${MODEL}
revision: ${COMMIT}
task: text-generation
backend: endpoint
endpoint: lab
`;

/** Takes CPU time, which is what the meter reads: 50 ms of it, however busy the machine is. */
function compute(): void {
  const start = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  while (spent() < 50_000);
}

/** What the record says of the licence of a model that is served, where the Hub tells this of its card; null leaves the Hub out. */
async function licenceServed(hub: { url: string } | null) {
  await using server = await startEndpointServer({ server: 'vllm', gate: async () => compute() });
  const entry = { url: server.url, server: 'vllm', model: MODEL, revision: COMMIT, parameters: 1e9, servedName: MODEL };
  const path = `submissions/${MODEL}/text-generation.yaml`;
  await using folder = await folderOf({
    'policy.yaml': POLICY,
    [path]: SUBMISSION,
    'rows.jsonl': Array.from({ length: 5 }, (_, n) => `${JSON.stringify({ text: `one two ${n}` })}\n`).join(''),
    'endpoints.yaml': JSON.stringify({ schemaVersion: 1, endpoints: { lab: { ...entry, gpus: [], privateAddress: true } } }),
  });
  const own = [join(folder.path, path), '--out', join(folder.path, 'out'), '--endpoints', join(folder.path, 'endpoints.yaml')];
  const ended = await runCli(['benchmark', ...own, '--json', ...(hub === null ? ['--offline'] : [])], {
    env: { HF_TOKEN: '', ...(hub === null ? {} : { HF_ENDPOINT: hub.url }) },
  });
  expect(ended.code, ended.stderr).toBe(0);
  return JSON.parse(await readFile(JSON.parse(ended.stdout).results[0].result, 'utf8')).model.license;
}

// The meter follows the process behind the server's port, which Linux alone tells.
test.runIf(process.platform === 'linux')(
  'a served model has the licence that the Hub tells of it, and none where the Hub is left out',
  async () => {
    const card = { license: 'other', license_name: 'example-community-1' };
    await using hub = await startHub([{ kind: 'model', id: MODEL, commit: COMMIT, files: {}, pipelineTag: 'text-generation', card }]);
    expect(await licenceServed(hub)).toBe('example-community-1');
    expect(await licenceServed(null)).toBeNull();
  },
);
