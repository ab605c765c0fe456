import { editionFrom } from '../domain/edition.ts';
import { Fault, messageOf, operatorFault } from '../domain/errors.ts';
import type { Edition } from '../domain/generated/edition.ts';
import type { Order } from '../domain/generated/order.ts';
import type { Result } from '../domain/generated/result.ts';
import { boardId, boardOf, recordPath } from '../domain/identifiers.ts';
import type { BoardDocument } from '../domain/leaderboard/board.ts';
import { type Policy, policyOfRepository } from '../domain/policy.ts';
import type { PullRequestAt } from '../domain/pull-request/event.ts';
import { type Failure, failureOf } from '../domain/pull-request/failure.ts';
import { artifactName } from '../domain/pull-request/order.ts';
import type { OrderOutcome, PullRequestReport, ReportedSubmission } from '../domain/pull-request/reported.ts';
import { isEditionPath } from '../domain/repository/paths.ts';
import type { GitHub } from '../github/client.ts';
import { askOrderedPullRequest, type OrderedPullRequest } from '../github/ordered-pull-request.ts';
import type { FewFilesReader } from '../ports/results-store.ts';
import { judgeOrder, type OpenedOrder, openOrder, orderedSubmission } from './judge-result.ts';
import { publishedNear } from './published-near.ts';
import { otherArtifacts } from './read-artifacts.ts';
import { boardPath, buildReport, readBoard } from './report.ts';
import { blobObstacle, pullRequestObstacle, rehearsalObstacle, standingObstacle, submissionObstacle } from './report-obstacles.ts';
import { failureOfOne } from './unforeseen.ts';

export type GatherRequest = {
  /** What the gate ordered: all of one pull request, at one commit. */
  orders: readonly Order[];
  /** Folder that holds every artifact in a folder of its name. */
  artifacts: string;
  /** A folder of ours; what is opened is left in it. */
  scratch: string;
  /** The submissions repository. */
  github: GitHub;
  /** The results repository. */
  results: FewFilesReader;
  fetch?: typeof globalThis.fetch;
  /** When the results are judged. */
  now: Date;
  /** Tells what could not be looked at, though the results were judged. */
  warn(text: string): void;
};

/** What is to be told, and the pull request that it is to be told on. */
export type Gathered = { report: PullRequestReport; pullRequest: OrderedPullRequest; opened: readonly OpenedOrder[] };

/**
 * Opens, judges and rates what came back for the gate's orders, and looks whether the pull request is still what was ordered. Nothing
 * is written. The requests that it takes do not grow with the results repository.
 * @throws Fault of the operator where GitHub or the results repository cannot be asked, or the orders do not belong together
 */
export async function gatherReport(request: GatherRequest): Promise<Gathered> {
  const { orders, artifacts, github, results, now, warn } = request;
  const at = pullRequestOf(orders);
  const pullRequest = await askOrderedPullRequest(
    github,
    at,
    orders.map(({ path }) => path),
  );
  const shelf = await results({ files: ['policy.yaml'], names: ['editions'] });
  // What may be submitted, and how large evidence may be, is the submissions repository's; how results are judged is the other's.
  const submitted = policyOfRepository(pullRequest.policy);
  const inResults = shelf.files.get('policy.yaml');
  const policy = inResults === undefined ? submitted : policyOfRepository(new TextDecoder().decode(inResults));
  const opened: OpenedOrder[] = [];
  for (const order of orders) opened.push(await openOne(order, submitted, request));
  const library = await readNear(request, opened, newestEdition(shelf.names.get('editions') ?? []));
  const submissions: ReportedSubmission[] = [];
  for (const one of opened) submissions.push(await reportedOf(one, { policy, pullRequest, library, now, warn }));
  const report: PullRequestReport = {
    at,
    state: pullRequest.state,
    submissions,
    obstacle: pullRequestObstacle(at, pullRequest, { isPublished: areAllPublished(opened, library) }),
    ignored: await otherArtifacts(artifacts, orders),
    candidate: null,
  };
  return { report, pullRequest, opened };
}

/** One submission whose evidence cannot be fetched for now, or cannot be opened, takes nothing from the others. */
async function openOne(order: Order, policy: Policy, { artifacts, scratch, fetch, warn }: GatherRequest): Promise<OpenedOrder> {
  try {
    return await openOrder({ order, policy, artifacts, scratch, ...(fetch === undefined ? {} : { fetch }) });
  } catch (thrown) {
    const isHosts = thrown instanceof Fault && thrown.code.startsWith('evidence-');
    const failure = isHosts ? failureOf(thrown) : failureOfOne(thrown, { path: order.path, warn });
    return { order, file: await orderedSubmission(order, policy), kind: 'failed', failure };
  }
}

/**
 * The pull request that orders are of.
 * @throws Fault of the operator, code order-damaged, where they are of several, or there is none
 */
function pullRequestOf(orders: readonly Order[]): PullRequestAt {
  const places = orders.map(({ repository, pullRequest, head }) => `${repository.id} ${pullRequest} ${head}`);
  const [order] = orders;
  if (order === undefined || new Set(places).size > 1 || new Set(orders.map(artifactName)).size < orders.length) {
    throw operatorFault('The orders are not those of one pull request at one commit.', {
      code: 'order-damaged',
      mend: 'Give this step the output of the gate, unchanged; templates/ holds the workflow.',
    });
  }
  const { repository, pullRequest: number, head: headSha } = order;
  return { owner: repository.owner, repository: repository.name, number, headSha };
}

const newestEdition = (names: readonly string[]): string | null =>
  names
    .map((name) => `editions/${name}`)
    .filter(isEditionPath)
    .sort()
    .at(-1) ?? null;

/** What is read of the results repository for the results at hand. */
type Library = { files: Map<string, Uint8Array>; edition: Edition | null };

async function readNear({ results, warn }: GatherRequest, opened: readonly OpenedOrder[], edition: string | null): Promise<Library> {
  const records = recordsOf(opened);
  if (records.length === 0) return { files: new Map(), edition: null };
  const { files } = await results({
    files: [...new Set([...records.map((record) => boardPath(boardId(boardOf(record)))), ...(edition === null ? [] : [edition])])],
    folders: [...new Set(records.map(folderOf))],
  });
  return { files, edition: editionIn(edition, files, warn) };
}

const folderOf = (record: Result): string => recordPath(record).replace(/\/[^/]*$/, '');

/** An edition that cannot be read takes nothing from a result. */
function editionIn(path: string | null, files: ReadonlyMap<string, Uint8Array>, warn: (text: string) => void): Edition | null {
  const bytes = path === null ? undefined : files.get(path);
  if (bytes === undefined) return null;
  try {
    return editionFrom(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (thrown) {
    warn(`${path} cannot be read, so no result is compared with it: ${messageOf(thrown)}`);
    return null;
  }
}

/** Whether the results repository holds the very records that came back. */
function areAllPublished(opened: readonly OpenedOrder[], { files }: Library): boolean {
  const records = recordsOf(opened);
  return records.length > 0 && records.every((record) => files.has(recordPath(record)));
}

const recordsOf = (opened: readonly OpenedOrder[]): Result[] =>
  opened.flatMap((one) => ('result' in one && one.result.record !== null ? [one.result.record] : []));

type Setting = Pick<GatherRequest, 'now' | 'warn'> & { policy: Policy; pullRequest: OrderedPullRequest; library: Library };

async function reportedOf(opened: OpenedOrder, setting: Setting): Promise<ReportedSubmission> {
  const { order, file } = opened;
  const outcome = await outcomeOf(opened, setting).catch((thrown): OrderOutcome => {
    return { kind: 'failed', failure: failureOfOne(thrown, { path: order.path, warn: setting.warn }) };
  });
  const obstacles = [
    blobObstacle(order, setting.pullRequest),
    submissionObstacle(file),
    rehearsalObstacle(outcome, setting.policy),
    standingObstacle(outcome, await boardOfOutcome(outcome, setting.library)),
  ].filter((obstacle): obstacle is Failure => obstacle !== null);
  return { path: order.path, artifact: artifactName(order), outcome, obstacles, labelUrl: null, bundleUrl: null };
}

async function outcomeOf(opened: OpenedOrder, { policy, library, now }: Setting): Promise<OrderOutcome> {
  if (opened.kind === 'missing') return { kind: 'missing' };
  if (opened.kind === 'failed' || opened.kind === 'refused') return { kind: opened.kind, failure: opened.failure };
  const snapshot = { read: async (path: string) => library.files.get(path) ?? null };
  const { record } = opened.result;
  const published = record === null ? [] : await publishedAround(record, library);
  const judged = await judgeOrder(opened, { policy, published, now });
  if (judged.record === null || judged.recordDigest === null) return { kind: 'unreadable', findings: judged.findings };
  const { verdict, findings, recordDigest } = judged;
  const { edition } = library;
  const report = await buildReport({
    record: judged.record,
    verdict,
    findings,
    snapshot: verdict === 'invalid' ? null : snapshot,
    policy,
    edition,
    bundlePath: null,
    published: null,
  });
  return { kind: 'judged', report, recordDigest };
}

/** The board that a result which is not official could take a place on; an official one's need not be read. */
async function boardOfOutcome(outcome: OrderOutcome, { files }: Library): Promise<BoardDocument | null> {
  if (outcome.kind !== 'judged' || outcome.report.verdict === 'official') return null;
  return readBoard({ read: async (path) => files.get(path) ?? null }, outcome.report.board.id);
}

async function publishedAround(record: Result, { files }: Library) {
  const folder = `${folderOf(record)}/`;
  const own = new Map([...files].filter(([path]) => path.startsWith(folder)));
  return publishedNear(own, await readBoard({ read: async (path) => files.get(path) ?? null }, boardId(boardOf(record))));
}
