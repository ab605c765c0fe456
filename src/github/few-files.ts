import { blobSha } from '../domain/blob-sha.ts';
import type { FewFiles, FewFilesReader } from '../ports/results-store.ts';
import { type RepositoryPlace, readBlob } from './blob.ts';
import type { GitHub } from './client.ts';
import { githubFault } from './faults.ts';

type Blob = { oid?: string; text?: string | null; isTruncated?: boolean };
type Tree = { entries?: { name: string; type: string; object?: Blob | null }[] };

type Answer = {
  repository: {
    defaultBranchRef: { target: { oid: string } | null } | null;
    [file: `file${number}`]: Blob | null;
    [folder: `folder${number}`]: Tree | null;
    [names: `names${number}`]: Tree | null;
  } | null;
};

const BLOB = '... on Blob { oid text isTruncated }';
const SELECTIONS = {
  file: `{ ${BLOB} }`,
  folder: `{ ... on Tree { entries { name type object { ${BLOB} } } } }`,
  names: '{ ... on Tree { entries { name type } } }',
} as const;

/**
 * Reads a few files of a repository's default branch through the API, all of one commit, without the rest: two requests at most for
 * each file that is large, and one for all others.
 * @throws Fault of the operator, code github-missing, where the token does not see the repository
 */
export function fewFiles(github: GitHub, place: RepositoryPlace): FewFilesReader {
  const { owner, repository } = place;
  const what = `read the results repository ${owner}/${repository}`;
  let commit: string | null = null;
  return async ({ files = [], folders = [], names = [] }) => {
    const asked = { file: files, folder: folders, names };
    const answer = await github.graphql<Answer>(question(asked), variables(asked, place, commit)).catch((thrown: unknown) => {
      throw githubFault(thrown, what);
    });
    if (answer.repository === null) throw githubFault({ status: 404, message: 'Not Found', response: {} }, what);
    const found = answer.repository;
    commit ??= found.defaultBranchRef?.target?.oid ?? null;
    const read: FewFiles = { files: new Map(), names: new Map() };
    const take = async (path: string, blob: Blob | null | undefined) => {
      if (blob?.oid !== undefined) read.files.set(path, await bytesOf(github, place, blob as Required<Blob>));
    };
    for (const [index, path] of files.entries()) await take(path, found[`file${index}`]);
    for (const [index, folder] of folders.entries())
      for (const { name, object } of found[`folder${index}`]?.entries ?? []) await take(`${folder}/${name}`, object);
    for (const [index, folder] of names.entries())
      read.names.set(
        folder,
        (found[`names${index}`]?.entries ?? []).filter(({ type }) => type === 'blob').map(({ name }) => name),
      );
    return read;
  };
}

type Asked = Record<keyof typeof SELECTIONS, readonly string[]>;
const KINDS = ['file', 'folder', 'names'] as const;

/** Paths are variables: the names in them are strangers', and never become part of the question. */
function question(asked: Asked): string {
  const each = KINDS.flatMap((kind) => asked[kind].map((_, index) => ({ name: `${kind}${index}`, selection: SELECTIONS[kind] })));
  return `query ($owner: String!, $repository: String!${each.map(({ name }) => `, $${name}: String!`).join('')}) {
  repository(owner: $owner, name: $repository) {
    defaultBranchRef { target { oid } }
    ${each.map(({ name, selection }) => `${name}: object(expression: $${name}) ${selection}`).join('\n    ')}
  }
}`;
}

const variables = (asked: Asked, place: RepositoryPlace, commit: string | null): Record<string, string> => ({
  ...place,
  ...Object.fromEntries(KINDS.flatMap((kind) => asked[kind].map((path, index) => [`${kind}${index}`, `${commit ?? 'HEAD'}:${path}`]))),
});

/** A blob's bytes: those of the answer where they are the whole file, else those of another request. */
async function bytesOf(github: GitHub, place: RepositoryPlace, { oid, text, isTruncated }: Required<Blob>): Promise<Uint8Array> {
  const bytes = typeof text === 'string' && !isTruncated ? Buffer.from(text) : null;
  if (bytes !== null && blobSha(bytes) === oid) return bytes;
  return readBlob(github, place, oid, `a file of ${place.owner}/${place.repository}`);
}
