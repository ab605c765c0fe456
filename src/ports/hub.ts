/** What the Hub (or a local folder of models) tells of one model at one revision. */
export type ModelMetadata = {
  id: string;
  /** The commit the revision resolves to: 40 hexadecimal digits. */
  revision: string;
  pipelineTag: string | null;
  /** What its card states, hostile text of any length; null where it states none. */
  licence: string | null;
  gated: boolean;
  /** Parameters, every expert counted; null when nothing tells it. */
  parameters: number | null;
  files: { path: string; bytes: number | null }[];
  /** Whether config.json names custom code (auto_map) at any depth. */
  customCode: boolean;
};

export type ModelLookup =
  | { kind: 'found'; model: ModelMetadata }
  | { kind: 'missing' }
  | { kind: 'missing-revision' }
  | { kind: 'gated' }
  /** The repository is there, and its files cannot be taken: why, and what to do. */
  | { kind: 'refused'; why: string };

/** Where models are looked up before anything is downloaded. Throws a Fault of the operator when it cannot answer. */
export type ModelCatalogue = {
  lookUp(id: string, revision: string): Promise<ModelLookup>;
};

/** A model's files on this machine, verified. */
export type ModelFiles = {
  folder: string;
  source: 'hub' | 'local' | 'endpoint';
  revision: string;
  /** Sorted by path. */
  files: { path: string; bytes: number; sha256: string }[];
  /** Null where the files lie behind an endpoint. */
  bytes: number | null;
  /** SHA-256 of the canonical JSON of files' [path, sha256] pairs; null where the files lie behind an endpoint. */
  filesSha256: string | null;
  parameters: number | null;
  /** What its card states, in the form of records; null where it states none, or none in that form. */
  licence: string | null;
};

/** A data set on this machine: JSON Lines, one query a line, files it names beside it. */
export type DatasetFiles = {
  file: string;
  id: string;
  revision: string | null;
  split: string;
  columns: string[];
  rows: number;
  /** SHA-256 over the concatenated SHA-256 hex digests of the rows, in order. */
  rowsSha256: string;
  official: boolean;
};

/** Bytes of a remote file, fetched piece by piece. */
type RemoteFile = {
  byteLength: number;
  slice(start: number, end?: number): Promise<ArrayBuffer>;
};

/** Where official data sets come from. Throws a Fault of the operator when it cannot answer. */
export type DatasetHub = {
  /** The commit its default branch points to, and its files; null where there is no such data set. */
  resolve(id: string): Promise<{ revision: string; paths: string[] } | null>;
  open(id: string, revision: string, path: string): Promise<RemoteFile>;
};
