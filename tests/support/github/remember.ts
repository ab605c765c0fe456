import type { LoopbackRepository } from './state.ts';

/** Remembers how a repository stands; gives what puts it back, for the next try of the same thing. */
export function remember(repository: LoopbackRepository): () => void {
  const { git, comments, releases, pullRequests } = repository;
  const references = git.references('refs/');
  const kept = structuredClone({ comments, releases, pullRequests });
  return () => {
    const wanted = new Map(references.map(({ name, sha }) => [name, sha]));
    for (const { name } of git.references('refs/')) if (!wanted.has(name)) git.git(['update-ref', '-d', name]);
    for (const [name, sha] of wanted) git.git(['update-ref', name, sha]);
    const again = structuredClone(kept);
    comments.splice(0, comments.length, ...again.comments);
    releases.splice(0, releases.length, ...again.releases);
    for (const [index, one] of pullRequests.entries()) Object.assign(one, again.pullRequests[index]);
    pullRequests.length = again.pullRequests.length;
  };
}
