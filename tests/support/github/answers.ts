import { type Answer, missing, refusal, type World } from './answer.ts';
import { openDescription } from './description.ts';
import { answerGit, isGit } from './git-http.ts';
import { answerGraphql, changesIn } from './graphql.ts';
import type { Rate } from './rate.ts';
import { answerRest, maySee } from './rest.ts';

/** A request as it arrived. */
export type Arrived = {
  method: string;
  url: URL;
  secret: string;
  bytes: Buffer;
  headers: Record<string, string | string[] | undefined>;
};

/** What requests are answered from, and where is noted what came of them. */
type Books = { world: World; rate: Rate; violations: string[]; note(change: string): void };

/** Answers a request of any kind. */
export async function answerTo(books: Books, arrived: Arrived): Promise<Answer> {
  const { world, rate } = books;
  const { url, secret, method } = arrived;
  if (isGit(url.pathname)) {
    const answer = await answerGit(world, arrived);
    if (url.pathname.endsWith('/git-receive-pack') && answer.status === 200) books.note('git push');
    return answer;
  }
  const download = releaseDownload(world, arrived);
  if (download !== null) return download;
  const isApp = secret.split('.').length === 3;
  if (world.tokens[secret] === undefined && (!isApp || url.pathname === '/graphql')) return refusal(401, 'Bad credentials');
  const limited = rate.count(secret);
  if (url.pathname === '/graphql') return limited ? RATE_LIMITED : graphqlAnswer(books, arrived);
  if (limited) return refusal(403, 'API rate limit exceeded for installation ID 1.');
  const answer = restAnswer(books, arrived);
  // A new token changes nothing that anybody else sees.
  if (method !== 'GET' && answer.status < 300 && !url.pathname.endsWith('/access_tokens')) books.note(`${method} ${url.pathname}`);
  return answer;
}

/** A release's file at the address that a browser has of it; null where the address is another. */
function releaseDownload({ repositories, tokens }: World, { method, url, secret }: Arrived): Answer | null {
  const [, owner, name, tag, file] =
    /^\/([^/]+)\/([^/]+)\/releases\/download\/([^/]+)\/([^/]+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (method !== 'GET' || owner === undefined) return null;
  const repository = repositories.find((one) => one.owner === owner && one.name === name);
  const token = tokens[secret];
  const isSeen = repository !== undefined && (token === undefined ? !repository.private : maySee(token, repository));
  const release = isSeen ? repository.releases.find((one) => one.tag === tag && !one.draft) : undefined;
  const asset = release?.assets.find((one) => one.name === file);
  return asset === undefined ? missing() : { status: 200, body: asset.bytes, headers: { 'content-type': asset.contentType } };
}

const RATE_LIMITED: Answer = { status: 200, body: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] } };

async function graphqlAnswer({ world, violations, note }: Books, { secret, bytes }: Arrived): Promise<Answer> {
  const token = world.tokens[secret];
  if (token === undefined) return refusal(401, 'Bad credentials');
  const question = jsonOf(bytes) as { query: string; variables?: object };
  const answer = await answerGraphql(world, token, question);
  const unknown = (answer.errors ?? []).filter(({ type }) => type === undefined);
  violations.push(...unknown.map(({ message }) => `graphql: ${message}`));
  if (answer.errors === undefined) for (const change of changesIn(question.query)) note(change);
  return { status: 200, body: answer };
}

/** Uploads go to another address than the rest of the API. */
const UPLOADS = '/uploads';

function restAnswer({ world, violations }: Books, { method, url, secret, bytes, headers }: Arrived): Answer {
  const isUpload = url.pathname.startsWith(`${UPLOADS}/`);
  const path = isUpload ? url.pathname.slice(UPLOADS.length) : url.pathname;
  const operation = openDescription()(method, path);
  const body = isUpload ? undefined : jsonOf(bytes);
  const wrong = operation === null ? `${method} ${path} is not described` : operation.requestFault(url.searchParams, body);
  if (wrong !== null) violations.push(wrong);
  if (operation === null || wrong !== null) return refusal(422, wrong ?? '');
  const { name, parameters } = operation;
  const { origin, searchParams: query } = url;
  const given = answerRest(name, { world, parameters, query, body, bytes, headers, origin, url: `${origin}${path}` }, secret);
  if (given.body instanceof Uint8Array) return given;
  const isWhole = given.status >= 300 || given.body === undefined;
  const answer = isWhole ? given : { ...given, body: operation.completed(given.status, given.body) };
  const unfit = operation.answerFault(answer.status, answer.body);
  if (unfit !== null) violations.push(unfit);
  return answer;
}

const jsonOf = (bytes: Buffer): unknown => (bytes.length === 0 ? undefined : JSON.parse(bytes.toString()));
