import { spawn } from 'node:child_process';
import type { Answer, World } from './answer.ts';
import type { Arrived } from './answers.ts';
import { GIT_ENVIRONMENT, NO_OBJECT } from './git-folder.ts';
import { fullNameOf, type LoopbackRepository } from './repository.ts';
import { maySee, permitted } from './rest.ts';
import { ruleFault } from './rules.ts';
import type { Token } from './tokens.ts';

const PATH = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

export const isGit = (path: string): boolean => PATH.test(path);

const text = (status: number, body: string, headers = {}): Answer => ({
  status,
  body: Buffer.from(body),
  headers: { 'content-type': 'text/plain', ...headers },
});

const ASK = { 'www-authenticate': 'Basic realm="GitHub"' };

/** Answers git itself, for a clone, a fetch or a push: the repository's own program speaks with it. */
export async function answerGit(world: World, { method, url, secret, bytes, headers }: Arrived): Promise<Answer> {
  const [, owner, name, service = ''] = PATH.exec(url.pathname) ?? [];
  const repository = world.repositories.find((one) => fullNameOf(one) === `${owner}/${name}`);
  const token = world.tokens[secret];
  if (secret !== '' && token === undefined) return text(401, 'Invalid username or token.', ASK);
  if (repository === undefined || (token === undefined ? repository.private : !maySee(token, repository))) {
    return token === undefined ? text(401, 'Repository not found.', ASK) : text(404, 'Repository not found.');
  }
  const isPush = service === 'git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
  if (isPush && token === undefined) return text(401, 'Write access to repository not granted.', ASK);
  if (token !== undefined && !permitted(repository, token, [['contents', isPush ? 'write' : 'read']])) {
    return text(403, 'Write access to repository not granted.');
  }
  const ruled = token !== undefined && service === 'git-receive-pack' ? pushFault(world, repository, token, bytes) : null;
  if (ruled !== null) return text(403, ruled);
  return backend(
    repository.git.path,
    {
      PATH_TRANSLATED: `${repository.git.path}/${service}`,
      REQUEST_METHOD: method,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: String(headers['content-type'] ?? ''),
      CONTENT_LENGTH: String(bytes.length),
      HTTP_CONTENT_ENCODING: String(headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_USER: token?.login ?? '',
    },
    bytes,
  );
}

/** What the rules say against a push; null where they say nothing. */
function pushFault(world: World, repository: LoopbackRepository, token: Token, bytes: Buffer): string | null {
  const faults = pushedReferences(bytes).map(([from, to, reference]) => {
    const change = from === NO_OBJECT ? 'creation' : to === NO_OBJECT ? 'deletion' : 'update';
    return ruleFault(world, repository, token, { reference, change });
  });
  return faults.find((fault) => fault !== null) ?? null;
}

/** The lines before a push's objects, each with its length in front: from where, to where, and which reference. */
function pushedReferences(bytes: Buffer): [from: string, to: string, reference: string][] {
  const length = Number.parseInt(bytes.subarray(0, 4).toString(), 16);
  if (!(length > 4)) return [];
  const [, from, to, reference] = /^(\w{40}) (\w{40}) ([^\0\n]+)/.exec(bytes.subarray(4, length).toString()) ?? [];
  const rest = pushedReferences(bytes.subarray(length));
  return from === undefined || to === undefined || reference === undefined ? rest : [[from, to, reference], ...rest];
}

async function backend(folder: string, variables: Record<string, string>, bytes: Buffer): Promise<Answer> {
  const child = spawn('git', ['http-backend'], {
    cwd: folder,
    env: { ...GIT_ENVIRONMENT, GIT_HTTP_EXPORT_ALL: '1', ...variables },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // A program that ends early leaves the rest unread; its answer says why.
  child.stdin.on('error', () => {});
  child.stdin.end(bytes);
  const answer = Buffer.concat(await child.stdout.toArray());
  const end = answer.indexOf('\r\n\r\n');
  const lines = answer.subarray(0, end).toString().split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const { status = '200', ...rest } = headers;
  return { status: Number.parseInt(status, 10), body: answer.subarray(end + 4), headers: rest };
}
