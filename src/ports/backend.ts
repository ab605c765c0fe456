import type { Phase, Plan } from '../domain/generated/plan.ts';
import type { MeasuredPhase, Result } from '../domain/generated/result.ts';

/**
 * The backend protocol: JSON lines over the standard input and output of a process that the runner starts.
 * The runner speaks first in every exchange. At each edge of a measured phase the backend synchronises its device,
 * says so, and does nothing until the runner has read its meters and says `go`.
 */
export type RunnerMessage =
  | {
      type: 'load';
      /** Folder of the model's files at the pinned revision. */
      modelFolder: string;
      /** Folder of the processor's files, where it is another repository. */
      processorFolder: string | null;
      /** JSON Lines file of the queries; files it names are relative to its folder. */
      datasetFile: string;
      plan: Plan;
    }
  | { type: 'warm-up'; maximumSeconds: number }
  /** concurrency: queries under way at one time; 1 where absent. Above 1 is asked only of backends that the plan asks it of. */
  | { type: 'run'; phase: Phase; minimumSeconds: number; concurrency?: number }
  | { type: 'go' }
  | { type: 'shutdown' };

/** What one phase did, over all its passes. */
export type PhaseCounts = {
  passes: number;
  queries: number;
  failedQueries: number;
  /** Null where the task has no tokens. */
  inputTokens: number | null;
  /** Null where the phase makes no tokens. */
  outputTokens: number | null;
  /** From sending a query to its first token, in seconds; absent where the backend does not stream. */
  firstToken?: NonNullable<MeasuredPhase['firstToken']>;
};

export type BackendMessage =
  | {
      type: 'ready';
      /** <id>@<version> of the backend. */
      backend: string;
      /** <name>@<version> of the libraries that infer. */
      runtime: string[];
      /** Device the model lies on, as in cpu or cuda:GPU-…. */
      device: string;
      parameters: number | null;
      rows: number;
      rowsSha256: string;
      /** What the model really got, read off the loaded model; absent where it cannot be asked. */
      applied?: NonNullable<Result['applied']>;
    }
  | { type: 'warm'; queries: number; seconds: number }
  /** done and of count queries of the current pass. */
  | { type: 'progress'; phase: Phase | 'load' | 'warm-up'; done: number; of: number }
  | { type: 'edge'; phase: Phase; edge: 'start' }
  | ({ type: 'edge'; phase: Phase; edge: 'end' } & PhaseCounts)
  | { type: 'done'; phase: Phase }
  | { type: 'error'; kind: 'input' | 'operator' | 'internal'; code: string; message: string; mend: string | null };
