// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * A measured phase. generate is the pass over every query with all its new tokens: prefill plus decode.
 */
export type Phase = 'preprocess' | 'prefill' | 'generate' | 'forward' | 'call';

/**
 * Everything one benchmark will do, resolved before it starts. Its SHA-256 over the canonical JSON is the planDigest.
 */
export interface Plan {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * The submission file that asked for the run.
   */
  submission: {
    /**
     * Its path below the submissions root, with forward slashes.
     */
    path: string;
    /**
     * SHA-256 of its bytes.
     */
    sha256: string;
  };
  /**
   * The task.
   */
  task:
    | 'text-generation'
    | 'reasoning'
    | 'summarization'
    | 'question-answering'
    | 'text-classification'
    | 'sentence-similarity'
    | 'image-classification'
    | 'object-detection'
    | 'automatic-speech-recognition'
    | 'text-to-image'
    | 'image-to-text';
  /**
   * The variant named by the file, or null.
   */
  variant: string | null;
  /**
   * The model that will run.
   */
  model: {
    /**
     * The model's id.
     */
    id: string;
    /**
     * The pinned revision.
     */
    revision: string;
    /**
     * hub: downloaded from the Hugging Face Hub at the revision. local: a folder of the operator's, whose content digest is the revision. endpoint: behind an operator's endpoint, where its files cannot be seen.
     */
    source: 'hub' | 'local' | 'endpoint';
    /**
     * Number of parameters, every expert counted; null when nothing tells it.
     */
    parameters: number | null;
    /**
     * The model class, for text-generation and reasoning; null for other tasks or when the parameters are unknown.
     */
    class: 'A' | 'B' | 'C' | null;
    /**
     * Number format while running.
     */
    precision: 'float32' | 'float16' | 'bfloat16';
    /**
     * Quantisation of the checkpoint, or null.
     */
    quantization: null | {
      /**
       * The quantisation format.
       */
      method: string;
      /**
       * Bits per weight.
       */
      bits: number;
    };
    /**
     * The processor, where it comes from another repository.
     */
    processor: null | {
      /**
       * The processor's repository.
       */
      id: string;
      /**
       * Its pinned revision.
       */
      revision: string;
    };
  };
  /**
   * The reasoning mode of the run.
   */
  reasoning: {
    /**
     * Whether the model thinks before it answers.
     */
    state: 'off' | 'on';
    /**
     * How long it thinks, or null where the model takes no such setting.
     */
    effort: 'low' | 'medium' | 'high' | null;
  };
  /**
   * What runs the model.
   */
  backend: {
    /**
     * The backend.
     */
    id: 'transformers' | 'embedded' | 'endpoint';
    /**
     * The endpoint's alias, or null.
     */
    endpoint: string | null;
  };
  /**
   * The queries.
   */
  dataset: {
    /**
     * The data set's id on the Hub, or the file name of a local one.
     */
    id: string;
    /**
     * The data set's pinned revision; null for a local file.
     */
    revision: null | string;
    /**
     * The split.
     */
    split: string;
    /**
     * The columns that make one query, in order.
     *
     * @minItems 1
     * @maxItems 4
     *
     * Items: A column's name.
     */
    columns: string[];
    /**
     * Number of queries in one pass.
     */
    rows: number;
    /**
     * SHA-256 over the SHA-256 of every row, in order.
     */
    rowsSha256: string;
    /**
     * Whether this is the task's official data set.
     */
    official: boolean;
  };
  /**
   * How each query is answered. Always greedy.
   */
  generation: {
    /**
     * Queries per call. Always 1.
     */
    batchSize: 1;
    /**
     * New tokens per query, or null where the task generates none.
     */
    newTokens: number | null;
    /**
     * Whether every query has to give exactly newTokens tokens (otherwise at most).
     */
    exactNewTokens: boolean;
    /**
     * Diffusion steps per image, or null.
     */
    inferenceSteps: number | null;
  };
  /**
   * The measured phases in order. prefill, where present, runs once per result; the others once per run.
   *
   * @minItems 2
   * @maxItems 3
   */
  phases: Phase[];
  /**
   * How often the whole data set is measured; with stopping, the most it is.
   */
  runs: number;
  /**
   * Ends the runs early, as soon as their mean is known well enough. Absent where their number is fixed.
   */
  stopping?: {
    /**
     * Runs before the first look.
     */
    minimumRuns: number;
    /**
     * Half of the 95 % interval, corrected for the looks, at which the runs end, as a fraction of the mean.
     */
    halfWidthFraction: number;
  };
  /**
   * A phase shorter than this repeats the whole data set, in seconds.
   */
  minimumPhaseSeconds: number;
  /**
   * What happens before the first measured phase: one full query, ten short ones, then queries until power settles.
   */
  warmUp: {
    /**
     * Upper bound of the whole warm-up, in seconds.
     */
    maximumSeconds: number;
  };
  /**
   * A wait before every run until no metered GPU is warmer than after the warm-up plus a band. Absent where runs follow each other.
   */
  coolDown?: {
    /**
     * Upper bound of each wait, in seconds.
     */
    maximumSeconds: number;
    /**
     * The band, in kelvins.
     */
    bandKelvin: number;
  };
  /**
   * Sampling rate of the trace, in hertz.
   */
  traceHertz: number;
  /**
   * SHA-256 of the policy's canonical JSON.
   */
  policySha256: string;
  /**
   * Queries at one time in an extra window after the last run, which is reported apart. Absent where there is none.
   */
  concurrency?: number;
}
