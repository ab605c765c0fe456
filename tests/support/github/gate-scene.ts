import { type CommentEvent, readCommentEvent } from '../../../src/domain/pull-request/comment-event.ts';
import { openGitHub } from '../../../src/github/client.ts';
import { fewFiles } from '../../../src/github/few-files.ts';
import type { ModelCatalogue } from '../../../src/ports/hub.ts';
import { gate } from '../../../src/stages/gate.ts';
import type { GateOutcome, GateRun } from '../../../src/stages/gate-desk.ts';
import type { Account } from './accounts.ts';
import { type BotScene, botScene, PEOPLE } from './bot-scene.ts';
import { commentEvent } from './events.ts';
import type { LoopbackComment, LoopbackPullRequest } from './repository.ts';
import { MODEL } from './submission.ts';

/** What the Hub says of the model of a good submission. */
export const FOUND: Awaited<ReturnType<ModelCatalogue['lookUp']>> = {
  kind: 'found',
  model: {
    id: MODEL.id,
    revision: MODEL.revision,
    pipelineTag: 'text-generation',
    licence: 'mit',
    gated: false,
    parameters: 1.1e9,
    files: [{ path: 'model.safetensors', bytes: 2e9 }],
    customCode: false,
  },
};

type SaidOptions = {
  author?: Account;
  /** What the command's event looks like, where it is another than that of a comment just created. */
  event?: Parameters<typeof commentEvent>[2];
  run?: Partial<GateRun>;
  catalogue?: ModelCatalogue;
  /** Whether the results repository is named. */
  withResults?: boolean;
  token?: string;
};

/** What became of a comment: the gate's outcome, or what it threw. */
export type Said = { outcome: GateOutcome | null; thrown: unknown; comment: LoopbackComment; warnings: string[]; why: string | null };

export type GateScene = AsyncDisposable & {
  bot: BotScene;
  pullRequest: LoopbackPullRequest;
  /** Writes a comment, as the maintainer where nobody else is named, and runs the gate on its event. */
  say(body: string, options?: SaidOptions): Promise<Said>;
  /** Runs the gate on the event of a comment that is there. */
  gate(comment: LoopbackComment, options?: SaidOptions): Promise<Said>;
  /** Reactions of the bot to a comment. */
  reactions(comment: LoopbackComment): string[];
  /** Comments of the bot. */
  own(): LoopbackComment[];
};

/** A pull request of a stranger with a good submission, and the gate in this process: pauses are not waited for. */
export async function gateScene(options: Parameters<typeof botScene>[0] = {}): Promise<GateScene> {
  const bot = await botScene(options);
  const pullRequest = bot.open();
  const { submissions, server } = bot;
  let nonces = 0;
  const gated = async (
    comment: LoopbackComment,
    { event: shape, run = {}, catalogue, withResults, token = 'gate-token' }: SaidOptions,
  ): Promise<Said> => {
    const { name, payload } = commentEvent(submissions, comment, shape);
    const said: Said = { outcome: null, thrown: null, comment, warnings: [], why: null };
    const read = readCommentEvent(name, payload);
    if (read.kind === 'ignored') return { ...said, outcome: { kind: 'ignored', why: read.why }, why: read.why };
    const event: CommentEvent = read.event;
    const github = openGitHub({ token, apiUrl: server.url, wait: async () => {}, timeLimit: server.timeLimit });
    try {
      const outcome = await gate({
        event,
        github,
        catalogue: catalogue ?? { lookUp: async () => FOUND },
        results: withResults === true ? fewFiles(github, { owner: 'octo', repository: 'results' }) : null,
        policyFolder: bot.folder,
        run: { ...bot.workflowRun, workflow: 'benchmark.yml', runsUrl: 'https://github.com/octo/submissions/actions/runs', ...run },
        drawNonce: () => (++nonces).toString(16).padStart(4, '0').padEnd(32, '0'),
        warn: (text) => said.warnings.push(text),
      });
      return { ...said, outcome };
    } catch (thrown) {
      return { ...said, thrown };
    }
  };
  return {
    bot,
    pullRequest,
    say: (body, said = {}) => gated(bot.comment(pullRequest, said.author ?? PEOPLE.maintainer, body), said),
    gate: (comment, said = {}) => gated(comment, said),
    reactions: ({ id }) => submissions.reactions.filter(({ comment }) => comment === id).map(({ content }) => content),
    own: () => submissions.comments.filter(({ author }) => author?.login === 'github-actions[bot]'),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
}
