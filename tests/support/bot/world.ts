import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appFor } from '../github/app.ts';
import { PEOPLE } from '../github/bot-scene.ts';
import { type GitHubServer, startGitHub } from '../github/server.ts';
import { emptyRepository, type LoopbackRepository } from '../github/state.ts';
import { APP_GRANTS } from '../github/tokens.ts';
import { startHub } from '../hub-server.ts';
import { hosting } from './hosted.ts';
import { hubRepositories } from './hub-models.ts';
import { actionFolders, releaseFolder } from './release.ts';
import { initialise } from './repositories.ts';
import { gpuMachine, hostedMachine } from './scripted-machine.ts';

export type BotWorld = AsyncDisposable & {
  server: GitHubServer;
  submissions: LoopbackRepository;
  results: LoopbackRepository;
  actions: ReturnType<typeof hosting>;
  /** A folder that the world's end removes. */
  folder: string;
  /** What a release of this repository holds. */
  release: string;
};

/**
 * Both repositories as init writes them, on a loopback GitHub; a Hub with an example model; GitHub Actions played by act, with a
 * machine that has a scripted H100.
 */
export async function botWorld(): Promise<BotWorld> {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'bot-world-'));
  made.defer(() => rm(folder, { recursive: true, force: true }));
  const submissions = emptyRepository('octo', 'submissions', { id: 700_001 });
  const results = emptyRepository('octo', 'results', { id: 700_002 });
  submissions.collaborators.set(PEOPLE.maintainer.login, 'maintain');
  submissions.collaborators.set(PEOPLE.triager.login, 'triage');
  const app = appFor({ owner: 'octo', repositories: ['octo/results'], grants: APP_GRANTS });
  const owner = { ...PEOPLE.admin, grants: { contents: 'write' } } as const;
  const server = made.use(await startGitHub([submissions, results], { owner }, { app }));
  const remote = (name: string) => `${server.url.replace('://', '://x-access-token:owner@')}/octo/${name}.git`;
  for (const kind of ['submissions', 'results'] as const) {
    await initialise(kind, { folder: join(folder, kind), remote: remote(kind) });
  }
  const release = await releaseFolder(folder);
  const hub = made.use(await startHub(await hubRepositories()));
  const hosted = await hostedMachine(folder, hub.url);
  const gpu = made.use(await gpuMachine(folder, hosted));
  const actions = hosting({
    server,
    folder,
    actions: actionFolders([submissions, results], release),
    environments: {
      results: {
        secrets: { AI_ENERGY_SCORE_APP_PRIVATE_KEY: app.privateKey },
        variables: { AI_ENERGY_SCORE_APP_ID: String(app.id) },
      },
    },
    machines: { hosted, gpu },
  });
  const all = made.move();
  return { server, submissions, results, actions, folder, release, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
