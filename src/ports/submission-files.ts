/** One file as it was found. Bytes are given only where they are within the limit. */
export type FoundFile =
  | { kind: 'read'; bytes: Uint8Array }
  | { kind: 'too large'; bytes: number }
  | { kind: 'missing' }
  | { kind: 'symlink' }
  | { kind: 'not a file' };

/** Where submissions are read from. Paths are absolute, with forward slashes. */
export type SubmissionFiles = {
  /** The absolute path of what a person wrote. */
  resolve(path: string): string;
  /** Reads a file, never more than the limit, never through a symbolic link below the root. */
  read(path: string, request: { root: string; limit: number }): Promise<FoundFile>;
  /** Every .yaml and .yml below a folder, sorted by code unit; null where the path is no folder. */
  list(path: string): Promise<string[] | null>;
};
