import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../../src/domain/canonical.ts';
import type { Manifest } from '../../../src/domain/evidence.ts';
import type { Order } from '../../../src/domain/generated/order.ts';
import type { Result } from '../../../src/domain/generated/result.ts';
import { recordDigest } from '../../../src/domain/identifiers.ts';
import { ARTIFACT_RESULT, artifactName } from '../../../src/domain/pull-request/order.ts';
import { openGitHub } from '../../../src/github/client.ts';
import { openRemoteResults, type RemoteAccess, type RemoteResults } from '../../../src/stages/remote-store.ts';
import { packResult } from '../../../src/stages/self-reported.ts';
import { goodEvidence, goodPlan, goodRecord, recordText } from '../records.ts';
import { type App, appFor } from './app.ts';
import { type GitHubServer, startGitHub } from './server.ts';
import { emptyRepository, type LoopbackPullRequest, type LoopbackRepository, push } from './state.ts';
import { APP_GRANTS, BOT, PUBLISH_GRANTS } from './tokens.ts';

const POLICY = 'schemaVersion: 1\nname: Ours\nbackends: [transformers]\nlimits:\n  maxSubmissions: 3\n';

/** A model and its submission, by a number. */
const modelOf = (n: number): string => `octo-lab/model-${n}`;
export const pathOf = (n: number): string => `submissions/${modelOf(n)}/text-generation.yaml`;
export const submissionOf = (n: number, revision = goodPlan().model.revision): string =>
  `schemaVersion: 1\nmodel: ${modelOf(n)}\nrevision: ${revision}\ntask: text-generation\nbackend: transformers\n`;

/** What was measured for a pull request: the order, and the folder with its artifact. */
export type Measured = { order: Order; record: Result; recordDigest: string; artifacts: string };

export type TwoRepositories = AsyncDisposable & {
  submissions: LoopbackRepository;
  results: LoopbackRepository;
  server: GitHubServer;
  app: App;
  folder: string;
  /** How long each pause was to be; none is waited for. */
  pauses: number[];
  /** A client of the job's token, for the submissions repository alone. */
  job(): ReturnType<typeof openGitHub>;
  /** The results repository as the App sees it, in a folder of its own. */
  openResults(options?: Partial<Pick<RemoteAccess, 'wait' | 'transferMilliseconds'>>): Promise<RemoteResults>;
  /** A folder of its own. */
  scratch(): Promise<string>;
  /** What a measurement of a pushed submission leaves. */
  measure(pullRequest: LoopbackPullRequest, n: number, changes?: (record: Result) => Result): Promise<Measured>;
  /** Opens a pull request with the n-th submission. */
  open(number: number, n?: number, content?: string): LoopbackPullRequest;
};

/** A submissions repository and an empty results repository on a loopback GitHub. */
export async function twoRepositories(): Promise<TwoRepositories> {
  const folder = await mkdtemp(join(tmpdir(), 'ordered-'));
  const submissions = emptyRepository('octo', 'submissions', { id: 700_001 });
  submissions.policy = POLICY;
  const results = emptyRepository('octo', 'results', { id: 700_002, private: true });
  const app = appFor({ owner: 'octo', repositories: ['octo/results'], grants: APP_GRANTS });
  const server = await startGitHub(
    [submissions, results],
    {
      'job-token': { ...BOT, grants: PUBLISH_GRANTS, repositories: ['octo/submissions'] },
      'app-token': { ...app.account, grants: APP_GRANTS, repositories: ['octo/results'] },
    },
    { app },
  );
  const pauses: number[] = [];
  const patience = { wait: async (milliseconds: number) => pauses.push(milliseconds), timeLimit: server.timeLimit };
  const scratch = () => mkdtemp(join(folder, 'scratch-'));
  return {
    submissions,
    results,
    server,
    app,
    folder,
    pauses,
    scratch,
    job: () => openGitHub({ token: 'job-token', apiUrl: server.url, ...patience }),
    openResults: async (options = {}) =>
      openRemoteResults({
        owner: 'octo',
        repository: 'results',
        token: 'app-token',
        apiUrl: server.url,
        serverUrl: server.url,
        folder: await scratch(),
        ...patience,
        ...options,
      }),
    open: (number, n = number, content = submissionOf(n)) => push(submissions, number, [{ path: pathOf(n), content }]),
    measure: async (pullRequest, n, changes = (same) => same) =>
      measureOrder(submissions, pullRequest, { n, artifacts: join(folder, 'artifacts'), changes }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type ToMeasure = { n: number; artifacts: string; changes: (record: Result) => Result };

/** What a measurement of the n-th submission of a pull request leaves. */
export async function measureOrder(
  repository: LoopbackRepository,
  { number, headSha, author }: LoopbackPullRequest,
  { n, artifacts, changes }: ToMeasure,
): Promise<Measured> {
  const path = pathOf(n);
  const blob = repository.git.resolve(`${headSha}:${path}`) ?? '';
  const submission = repository.git.read(blob).toString();
  const order: Order = {
    schemaVersion: 1,
    repository: { id: repository.id, owner: repository.owner, name: repository.name },
    pullRequest: number,
    head: headSha,
    path,
    blob,
    submission,
    policy: repository.policy,
    nonce: sha256(`nonce ${number} ${n} ${headSha}`).slice(0, 32),
    runId: 5000 + number,
    attempt: 1,
    runs: null,
    runner: ['self-hosted'],
    timeoutMinutes: 60,
    approvedBy: { id: 1, login: 'maintainer' },
    submittedBy: author,
  };
  const folder = join(artifacts, '..', `result-${number}-${n}-${headSha.slice(0, 7)}`);
  const record = await writeResult(folder, order, { n, changes });
  await mkdir(join(artifacts, artifactName(order)), { recursive: true });
  await packResult(folder, join(artifacts, artifactName(order), ARTIFACT_RESULT));
  return { order, record, recordDigest: recordDigest(record), artifacts };
}

/** Writes the result of an order as a benchmark leaves it: synthetic figures, whole in themselves. */
async function writeResult(folder: string, order: Order, { n, changes }: Pick<ToMeasure, 'n' | 'changes'>): Promise<Result> {
  const { path, submission, nonce, pullRequest, head, blob, runId, attempt, repository } = order;
  const revision = /^revision: (\w+)$/m.exec(submission)?.[1] ?? '';
  const good = goodPlan();
  const plan = goodPlan({ submission: { path, sha256: sha256(submission) }, model: { ...good.model, id: modelOf(n), revision } });
  const identity = { kind: 'pull-request' as const, repositoryId: repository.id, pullRequest, head, blob, runId, attempt };
  const whole = goodRecord({ plan, nonce, identity });
  const { readings, trace, gpuTrace, environment } = goodEvidence(whole);
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const files: [string, string | Uint8Array][] = [
    ['environment.json', `${JSON.stringify(environment, null, 2)}\n`],
    ['log.txt', 'loaded\n'],
    ['plan.json', `${JSON.stringify(whole.plan, null, 2)}\n`],
    ['readings.jsonl', lines(readings)],
    ['submission.yaml', submission],
    ['trace.jsonl.gz', gzipSync(lines([...trace, ...gpuTrace]))],
  ];
  const manifest: Manifest = {
    schemaVersion: 1,
    files: files.map(([name, content]) => ({ path: name, bytes: Buffer.byteLength(content), sha256: sha256(content) })),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const bytes = manifest.files.reduce((total, file) => total + file.bytes, Buffer.byteLength(text));
  const record = changes({ ...whole, bundle: { manifestSha256: sha256(text), files: files.length + 1, bytes } });
  await mkdir(join(folder, 'bundle'), { recursive: true });
  for (const [name, content] of [...files, ['manifest.json', text] as const]) await writeFile(join(folder, 'bundle', name), content);
  await writeFile(join(folder, 'result.json'), recordText(record));
  return record;
}
