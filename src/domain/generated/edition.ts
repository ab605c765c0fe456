// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * A frozen leaderboard: every model's energy and the stars it had when the edition was frozen.
 */
export interface Edition {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * Year and month of the edition, as in 2025-02.
   */
  name: string;
  /**
   * Which energy the figures hold. Editions are GPU energy alone.
   */
  scope: 'gpu';
  /**
   * The hardware all figures were measured on.
   */
  hardware: string;
  /**
   * Where the figures come from.
   */
  source: string;
  /**
   * Results published until then take part, in UTC.
   */
  cutOff?: string;
  /**
   * The program that froze it, <name>@<version>.
   */
  checker?: string;
  /**
   * What ran the models of its rows, sorted.
   *
   * @maxItems 1000
   *
   * Items: A backend and its version, <id>@<version>.
   */
  workers?: string[];
  /**
   * Present where the hardware was played by a script: these are no measurements.
   */
  rehearsal?: true;
  /**
   * SHA-256 of the canonical JSON of everything else in the file.
   */
  digest?: string;
  /**
   * One row per model, task and measurement; a model may stand twice where it was published twice.
   *
   * @maxItems 1000000
   *
   * Items: One model on one task.
   */
  rows: {
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
     * The model's id as published.
     */
    model: string;
    /**
     * The model class, or null where the task has none.
     */
    class: 'A' | 'B' | 'C' | null;
    /**
     * GPU energy in watt-hours per 1,000 queries.
     */
    gpuWhPer1000Queries: number;
    /**
     * Stars in this edition.
     */
    stars: number;
    /**
     * Path of the record in the results repository; missing where the figure was published elsewhere.
     */
    record?: string;
    /**
     * SHA-256 of the record's canonical JSON, whose first 12 digits name its file.
     */
    recordDigest?: string;
  }[];
}
