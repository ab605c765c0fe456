// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * What another harness reported, converted: a figure without windows, readings and runs, so it is no result. Never better than unofficial.
 */
export interface Import {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * Converted from another harness. Always imported.
   */
  origin: 'imported';
  /**
   * The report that was converted.
   */
  source: {
    /**
     * The harness that wrote it.
     */
    tool: 'optimum-benchmark' | 'ai_energy_benchmarks';
    /**
     * The harness's version; null where the report does not tell.
     */
    version: string | null;
    /**
     * Which of the harness's documents it is: benchmark_report.json (phases alone) and benchmark.json (configuration and phases) of optimum-benchmark, the results of ai_energy_benchmarks.
     */
    shape: 'benchmark_report.json' | 'benchmark.json' | 'results.json';
    /**
     * Name of the file, without its folder.
     */
    file: string;
    /**
     * Digest of the file's bytes.
     */
    sha256: string;
    /**
     * Size of the file, in bytes.
     */
    bytes: number;
  };
  /**
   * The model's id on the Hub.
   */
  model: string;
  /**
   * The commit that was measured, as whoever imported it or the report tells; null where neither does.
   */
  revision: null | string;
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
   * What whoever imported it told; the report holds the rest.
   */
  told: {
    /**
     * Queries of one pass; null where the report was to tell.
     */
    queries: number | null;
    /**
     * What it ran on, in words; null where nothing was told.
     */
    hardware: string | null;
  };
  /**
   * What the report says, in its own units, before anything is computed.
   */
  report: {
    /**
     * The model as the report names it; null where it does not.
     */
    model: string | null;
    /**
     * The revision as the report names it; null where it does not.
     */
    revision: string | null;
    /**
     * The task as the report names it; null where it does not.
     */
    task: string | null;
    /**
     * Every energy of the report, in its order.
     *
     * @minItems 1
     * @maxItems 20
     *
     * Items: What one window or phase used.
     */
    windows: {
      /**
       * The report's name for it; window where it has one for everything.
       */
      name: string;
      /**
       * Unit of the energies.
       */
      unit: 'kWh' | 'Wh';
      /**
       * GPU energy.
       */
      gpu: number | null;
      /**
       * Processor energy.
       */
      cpu: number | null;
      /**
       * Memory energy.
       */
      ram: number | null;
      /**
       * The report's own sum.
       */
      total: number | null;
      /**
       * How long it took, in seconds; null where it is not told.
       */
      seconds: number | null;
      /**
       * GPU energy of each run whose mean gpu is, in the same unit; empty where the report tells one energy alone.
       *
       * @maxItems 100
       *
       * Items: GPU energy of one run.
       */
      gpuRuns: number[];
    }[];
    /**
     * Queries asked; null where the report does not tell.
     */
    queries: number | null;
    /**
     * Queries that failed; null where the report does not tell.
     */
    failedQueries: number | null;
    /**
     * New tokens in all; null where the report does not tell.
     */
    newTokens: number | null;
    /**
     * Queries at once; null where the report does not tell.
     */
    batchSize: number | null;
    /**
     * The data set; null where the report does not tell.
     */
    dataset: string | null;
    /**
     * The number format; null where the report does not tell.
     */
    precision: string | null;
    /**
     * Whether the model's own weights were loaded.
     */
    weights: 'real' | 'random' | 'unknown';
    /**
     * The kind of device, as in cuda; null where the report does not tell.
     */
    device: string | null;
    /**
     * Names of the machine's GPUs; empty where the report does not tell.
     *
     * @minItems 0
     * @maxItems 64
     *
     * Items: A GPU.
     */
    gpus: string[];
    /**
     * The processor; null where the report does not tell.
     */
    cpu: string | null;
    /**
     * Libraries, <name>@<version>.
     *
     * @minItems 0
     * @maxItems 32
     *
     * Items: A library.
     */
    software: string[];
  };
  /**
   * The figure, computed from the report.
   */
  figure: {
    /**
     * GPU energy, the only one that is scored.
     */
    scope: 'gpu';
    /**
     * Sum of the scored phases, in watt-hours per 1,000 answered queries.
     */
    whPer1000Queries: number;
    /**
     * The phases that the report tells apart.
     *
     * @minItems 1
     * @maxItems 3
     *
     * Items: One phase.
     */
    phases: {
      /**
       * The phase; window where the report has one for everything.
       */
      name: 'preprocess' | 'prefill' | 'decode' | 'forward' | 'call' | 'window';
      /**
       * Watt-hours per 1,000 answered queries.
       */
      whPer1000Queries: number;
      /**
       * Whether it counts towards the figure.
       */
      scored: boolean;
    }[];
    /**
     * Queries that were answered, one pass.
     */
    queries: number;
    /**
     * Queries that failed: their energy is in the figure, they are not in its divisor; null where the report does not tell.
     */
    failedQueries: number | null;
    /**
     * New tokens per answered query; null where the report does not tell or the task has none.
     */
    newTokensPerQuery: number | null;
    /**
     * Processor energy of the same phases, never scored; null where it is not told.
     */
    cpuWhPer1000Queries: number | null;
    /**
     * Memory energy of the same phases, never scored; null where it is not told.
     */
    ramWhPer1000Queries: number | null;
  };
  /**
   * Everything that a measurement of the AI Energy Score has and this figure has not.
   *
   * @minItems 1
   * @maxItems 40
   *
   * Items: One omission.
   */
  omits: {
    /**
     * Its stable name.
     */
    code: string;
    /**
     * What it means for the figure.
     */
    sentence: string;
  }[];
}
