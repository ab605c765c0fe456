/** The files of a results repository at one commit (or in one folder), by path with forward slashes. */
export type Snapshot = {
  /** Commit id, or null for an empty repository and for a plain folder. */
  readonly commit: string | null;
  /** Every path below the prefix (all of them without one), sorted by code unit. */
  list(prefix?: string): Promise<string[]>;
  /** A name for the bytes of every file below the prefix, by path: the same name, the same bytes. Left out where there are none. */
  identities?(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** A file's bytes, or null when there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Every file below the prefix, in the order of list(), a few at a time. */
  readAll(prefix: string): AsyncIterable<{ path: string; bytes: Uint8Array }>;
};

/** A change to write: bytes, or null to delete. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

export type CommitOutcome = { kind: 'committed'; commit: string } | { kind: 'conflict' };

/** A results repository that takes commits by compare-and-swap on the head of its branch. */
export type ResultsStore = {
  /** Where it is, for people: a folder or a URL. */
  readonly place: string;
  /**
   * Waits until others who publish here in the same way are done, so that nobody's work is in vain. It only ever saves time: a commit
   * needs no turn, and one that is not given back keeps nobody for long.
   */
  turn?(): Promise<AsyncDisposable>;
  snapshot(): Promise<Snapshot>;
  /** Commits on top of `expected`; a conflict when the head has moved meanwhile, and then nothing was written. */
  commit(request: { expected: string | null; message: string; changes: Changes }): Promise<CommitOutcome>;
};

/** Files of a repository by path, and the names of the files in its folders. What is not there is left out. */
export type FewFiles = { files: Map<string, Uint8Array>; names: Map<string, string[]> };

/**
 * Reads a few files of one commit without the rest, so that the cost does not grow with the repository: files, every file that lies
 * in a folder, or a folder's names alone. Folders are written without a slash at their end.
 */
export type FewFilesReader = (wanted: {
  files?: readonly string[];
  folders?: readonly string[];
  names?: readonly string[];
}) => Promise<FewFiles>;
