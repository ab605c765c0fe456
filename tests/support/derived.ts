import { bytesOf } from '../../src/domain/leaderboard/derived-file.ts';
import type { DerivedFiles } from '../../src/domain/leaderboard/files.ts';

/** The bytes of a derived file that has to be there. */
export function contentOf(files: DerivedFiles, path: string): Buffer {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} is not among the derived files.`);
  return bytesOf(file);
}
