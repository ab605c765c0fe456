import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, isBot, STRANGER } from '../github/accounts.ts';
import { PEOPLE } from '../github/bot-scene.ts';
import { commentEvent, type Event, pullRequestEvent } from '../github/events.ts';
import { GIT_ENVIRONMENT } from '../github/git-folder.ts';
import type { LoopbackPullRequest } from '../github/repository.ts';
import { comment, mergePullRequest, push } from '../github/state.ts';
import type { RunJob } from './hosted.ts';
import { SUBMISSION } from './hub-models.ts';
import type { BotWorld } from './world.ts';

const workflow = (name: string): string => `.github/workflows/${name}.yml`;

/** What somebody finds on GitHub after an event has been answered. */
export type Chapter = {
  jobs: Record<string, RunJob>;
  /** Every comment of the bot below the pull request. */
  comments: string[];
  /** Branches of the results repository and their commits. */
  branches: Record<string, string>;
  /** Reactions of the bot to the comment that was the event. */
  reactions: string[];
};

export type Story = {
  pullRequest: LoopbackPullRequest;
  /** A stranger opens a pull request with a misspelt task, and mends it. */
  opened: Chapter;
  mended: Chapter;
  /** The stranger gives the command; then a maintainer does. */
  refused: Chapter;
  approved: Chapter;
  merged: Chapter;
  /** The results repository's own workflow, for the commit that was published. */
  checked: Chapter;
  /** A clone of the results repository, and what the release's check-repo says of it. */
  clone: { folder: string; checkRepo: { code: number | null; said: string } };
};

/** The way of a submission from a stranger's pull request to the leaderboard. Every event is answered before the next one happens. */
export async function liveThrough(world: BotWorld): Promise<Story> {
  const { submissions, results, actions, folder, release, server } = world;

  const chapter = async (name: string, event: Event, { repository = submissions, about = 0 } = {}): Promise<Chapter> => {
    const jobs = await actions.run({ repository, workflow: workflow(name), event });
    return {
      jobs,
      comments: submissions.comments.filter(({ author }) => author !== null && isBot(author)).map(({ body }) => body),
      branches: Object.fromEntries(results.git.references('refs/heads').map(({ name: branch, sha }) => [branch, sha])),
      reactions: submissions.reactions.filter((one) => one.comment === about).map(({ content }) => content),
    };
  };
  const command = async (author: Account): Promise<Chapter> => {
    const said = comment(submissions, pullRequest, { author, body: `/benchmark ${pullRequest.headSha}` });
    return chapter('benchmark', commentEvent(submissions, said), { about: said.id });
  };

  const misspelt = { ...SUBMISSION, content: SUBMISSION.content.replace('text-generation', 'text-generatoin') };
  const pullRequest = push(submissions, 7, [misspelt], { author: STRANGER });
  const opened = await chapter('validate', pullRequestEvent(submissions, pullRequest));
  push(submissions, 7, [SUBMISSION], { author: STRANGER });
  const mended = await chapter('validate', pullRequestEvent(submissions, pullRequest, { action: 'synchronize' }));
  const refused = await command(STRANGER);
  const approved = await command(PEOPLE.maintainer);
  mergePullRequest(submissions, pullRequest, { by: PEOPLE.maintainer });
  const merged = await chapter('publish', pullRequestEvent(submissions, pullRequest, { action: 'closed', sender: PEOPLE.maintainer }));
  const pushed = { name: 'push', payload: { ref: 'refs/heads/main', after: merged.branches['refs/heads/main'] } };
  const checked = await chapter('check', pushed, { repository: results });

  const clone = join(folder, 'clone');
  await promisify(execFile)('git', ['clone', '--quiet', `${server.url}/octo/results.git`, clone], { env: GIT_ENVIRONMENT });
  const { status: code, stdout, stderr } = spawnSync(process.execPath, [join(release, 'dist/cli.js'), 'check-repo', '--repo', clone]);
  const checkRepo = { code, said: `${stdout}${stderr}` };
  return { pullRequest, opened, mended, refused, approved, merged, checked, clone: { folder: clone, checkRepo } };
}
