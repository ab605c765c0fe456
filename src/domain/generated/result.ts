// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * The immutable record of one benchmark: what was planned, what ran, what the meters read. Its SHA-256 over the canonical JSON is the recordDigest; the first 12 digits name its file.
 */
export interface Result {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * 128 random bits that make the record unique, from the gate or, locally, from the runner.
   */
  nonce: string;
  /**
   * measured: by this program. self-reported: by the model's owner, attested.
   */
  origin: 'measured' | 'self-reported';
  /**
   * What the run belongs to.
   */
  identity:
    | {
        /**
         * A local run.
         */
        kind: 'local';
      }
    | {
        /**
         * An Action's run.
         */
        kind: 'workflow';
        /**
         * owner/name of the repository.
         */
        repository: string;
        /**
         * The workflow run's id.
         */
        runId: number;
        /**
         * The run's attempt.
         */
        attempt: number;
      }
    | {
        /**
         * A gated run.
         */
        kind: 'pull-request';
        /**
         * The submissions repository's id.
         */
        repositoryId: number;
        /**
         * The pull request's number.
         */
        pullRequest: number;
        /**
         * The head commit that was approved.
         */
        head: string;
        /**
         * The submission's blob id at that commit.
         */
        blob: string;
        /**
         * The workflow run's id.
         */
        runId: number;
        /**
         * The run's attempt.
         */
        attempt: number;
      };
  /**
   * When the measurement ended, UTC, to the second.
   */
  measuredAt: string;
  /**
   * SHA-256 of the plan's canonical JSON.
   */
  planDigest: string;
  /**
   * The plan, whole.
   */
  plan: import('./plan.ts').Plan;
  /**
   * What ran.
   */
  software: {
    /**
     * This program's version.
     */
    runner: string;
    /**
     * The backend and its version, <id>@<version>.
     */
    backend: string;
    /**
     * Libraries that did the inference, <name>@<version>.
     *
     * @minItems 0
     * @maxItems 32
     *
     * Items: A library.
     */
    runtime: string[];
    /**
     * Digest of the container image, or null.
     */
    container: null | string;
    /**
     * What kept the model away from the host.
     */
    isolation: 'docker' | 'bubblewrap' | 'none';
  };
  /**
   * Where it ran.
   */
  hardware: {
    /**
     * The hardware profile that, with the task, class and scope, names the board.
     */
    profile: string;
    /**
     * Whether the hardware was played by a script for a rehearsal.
     */
    scripted: boolean;
    /**
     * The GPUs of the machine that the run could see.
     *
     * @minItems 0
     * @maxItems 64
     *
     * Items: One GPU.
     */
    gpus: {
      /**
       * SHA-256 of the GPU's UUID: the same board is recognised, its serial is not published.
       */
      uuidSha256: string;
      /**
       * Product name as NVML tells it.
       */
      name: string;
      /**
       * Memory in bytes.
       */
      memoryBytes: number;
      /**
       * Driver version.
       */
      driver: string;
      /**
       * Power limit in watts; null where the driver tells none.
       */
      powerLimitWatts: number | null;
      /**
       * Default power limit in watts; null where the driver tells none.
       */
      defaultPowerLimitWatts: number | null;
      /**
       * Idle power in watts, measured before the model was loaded; null when it was not.
       */
      idleWatts: number | null;
      /**
       * Whether the GPU is sliced (MIG).
       */
      mig: boolean;
      /**
       * Whether the model ran on this GPU.
       */
      worked: boolean;
      /**
       * Whether this GPU's energy was read.
       */
      metered: boolean;
      /**
       * Id of the meter that read this GPU; null when it was not metered.
       */
      meter: string | null;
      /**
       * CUDA version that the driver supports, as in 12.8; null where it is not told.
       */
      cuda: string | null;
      /**
       * Whether error correction of the memory was on; null where it is not told.
       */
      ecc: boolean | null;
      /**
       * Whether the driver stayed loaded between clients (persistence mode); null where it is not told.
       */
      persistence: boolean | null;
      /**
       * Clocks before the first run, in megahertz; null where they are not told.
       */
      clocks: {
        /**
         * Highest clock of the streaming multiprocessors.
         */
        maximumSmMhz: number | null;
        /**
         * Highest clock of the memory.
         */
        maximumMemoryMhz: number | null;
        /**
         * Application clock that was set.
         */
        applicationSmMhz: number | null;
        /**
         * Application clock by default.
         */
        defaultApplicationSmMhz: number | null;
      };
      /**
       * Temperature in degrees Celsius; null where no sensor tells.
       */
      temperature: {
        /**
         * When the first measured phase began.
         */
        startCelsius: number | null;
        /**
         * When the last measured phase ended.
         */
        endCelsius: number | null;
        /**
         * The highest during the measured phases.
         */
        maximumCelsius: number | null;
      };
      /**
       * Means over the samples of the measured phases; null where they are not told.
       */
      during: {
        /**
         * Mean power in watts.
         */
        meanWatts: number | null;
        /**
         * Mean share of the time in which the GPU computed.
         */
        meanUtilization: number | null;
      };
      /**
       * Why clocks were held during the measured phases, by NVML's names; null where the driver does not tell.
       *
       * @maxItems 16
       */
      eventReasons:
        | (
            | 'gpu-idle'
            | 'applications-clocks-setting'
            | 'sw-power-cap'
            | 'hw-slowdown'
            | 'sync-boost'
            | 'sw-thermal-slowdown'
            | 'hw-thermal-slowdown'
            | 'hw-power-brake-slowdown'
            | 'display-clock-setting'
          )[]
        | null;
      /**
       * The largest number of other processes on the GPU at once during the measured phases; null when processes could not be matched.
       */
      foreignProcesses: number | null;
      /**
       * Why processes could not be matched; null when they were.
       */
      foreignProcessesNote: string | null;
      /**
       * The settings after the last run, to be held against those before it; null when they were not read again.
       */
      after: null | {
        /**
         * Power limit in watts.
         */
        powerLimitWatts: number | null;
        /**
         * Whether the GPU is sliced (MIG).
         */
        mig: boolean;
        /**
         * Whether error correction is on.
         */
        ecc: boolean | null;
        /**
         * Whether persistence mode is on.
         */
        persistence: boolean | null;
        /**
         * Application clock that is set.
         */
        applicationSmMhz: number | null;
        /**
         * Driver version.
         */
        driver: string;
      };
    }[];
    /**
     * The processor.
     */
    cpu: {
      /**
       * Its name.
       */
      model: string;
      /**
       * Logical cores that the run could use.
       */
      logicalCores: number;
    };
    /**
     * Main memory in bytes.
     */
    memoryBytes: number;
    /**
     * Operating system, release and architecture.
     */
    os: string;
  };
  /**
   * The meters.
   *
   * @minItems 1
   * @maxItems 64
   */
  meters: Meter[];
  /**
   * The model as it was loaded.
   */
  model: {
    /**
     * The revision found after the download.
     */
    revision: string;
    /**
     * SHA-256 over the sorted list of the files' names and digests; null where they cannot be seen.
     */
    filesSha256: null | string;
    /**
     * Size of the files, in bytes; null where they cannot be seen.
     */
    bytes: number | null;
    /**
     * Parameters counted in the weights; null when nothing tells it.
     */
    parameters: number | null;
    /**
     * Number format while running.
     */
    precision: 'float32' | 'float16' | 'bfloat16';
    /**
     * Licence that the model's card states at that revision, as in apache-2.0; several have blanks between them. A statement of the model's authors that nobody has checked; nothing measured depends on it. Null, or left out, where it is not known.
     */
    license?: string | null;
  };
  /**
   * The queries as they were read.
   */
  dataset: {
    /**
     * Queries in one pass.
     */
    rows: number;
    /**
     * SHA-256 over the SHA-256 of every row, in order.
     */
    rowsSha256: string;
  };
  /**
   * What happened before the first measured phase.
   */
  warmUp: {
    /**
     * Queries answered.
     */
    queries: number;
    /**
     * How long it took, in seconds.
     */
    seconds: number;
    /**
     * Whether temperature and power had settled; null when no sensor tells.
     */
    plateau: boolean | null;
  };
  /**
   * Time to load the model, in seconds. Never scored.
   */
  loadModelSeconds: number;
  /**
   * The prefill pass, for the split alone, or null.
   */
  prefill: null | MeasuredPhase;
  /**
   * The runs in order.
   *
   * @minItems 1
   * @maxItems 100
   */
  runs: Run[];
  /**
   * Times between two runs in which the model was not loaded and nothing was measured, in order; absent where there were none.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: One pause.
   */
  pauses?: {
    /**
     * Runs that were finished when it began.
     */
    afterRun: number;
    /**
     * The last sample before it, in seconds on the record's clock.
     */
    startSeconds: number;
    /**
     * When the meters were read again, on the same clock; the warm-up that follows is not part of the pause.
     */
    endSeconds: number;
    /**
     * resumed: the benchmark was interrupted and went on later. alternated: the machine ran the model that this one is compared with.
     */
    reason: 'resumed' | 'alternated';
  }[];
  /**
   * The energies by scope.
   *
   * @minItems 1
   * @maxItems 3
   */
  energy: Energy[];
  /**
   * The figure the board ranks by.
   */
  score: {
    /**
     * Which energy it is: gpu wherever a GPU was metered.
     */
    scope: 'gpu' | 'cpu' | 'ram';
    /**
     * How it was measured.
     */
    quality: 'counter' | 'integrated' | 'estimated';
    /**
     * Watt-hours per 1,000 queries.
     */
    whPer1000Queries: number;
  };
  /**
   * The evidence.
   */
  bundle: {
    /**
     * SHA-256 of the bundle's manifest.json.
     */
    manifestSha256: string;
    /**
     * Files in the bundle.
     */
    files: number;
    /**
     * Their size, in bytes.
     */
    bytes: number;
  };
  /**
   * What the model really got, as the backend read it off the loaded model; absent where the backend cannot be asked.
   */
  applied?: {
    /**
     * Number format of the weights that are not quantised; mixed where no format holds nine tenths of them.
     */
    precision: 'float32' | 'float16' | 'bfloat16' | 'mixed';
    /**
     * Method and bits of quantised weights as the checkpoint's configuration says, or null.
     */
    quantization: string | null;
    /**
     * Reasoning as the model's chat template took it, or null.
     */
    reasoning: null | {
      /**
       * Whether the model is asked to think.
       */
      state: 'off' | 'on';
      /**
       * How much, for models that take it.
       */
      effort: 'low' | 'medium' | 'high' | null;
      /**
       * How the state was brought about, and how it was seen in the prompt.
       */
      means: string;
    };
    /**
     * Implementation of attention, or null.
     */
    attention: string | null;
    /**
     * Longest input before it is cut off, in tokens; null where inputs are no tokens.
     */
    maximumInputTokens: number | null;
    /**
     * Queries of one pass whose input was cut off; null where inputs are no tokens.
     */
    truncatedQueries: number | null;
    /**
     * Where the parameters lie.
     *
     * @minItems 1
     * @maxItems 64
     *
     * Items: One device.
     */
    placement: {
      /**
       * cpu, disk, or cuda:<number of the GPU among those the model uses>.
       */
      device: string;
      /**
       * Parameters that lie there.
       */
      parameters: number;
    }[];
  };
  /**
   * Where a self-reported result came from, and what its owner attested. Absent in every other record.
   */
  evidence?: {
    /**
     * Where the packed result was fetched from.
     */
    url: string;
    /**
     * SHA-256 of the packed result.
     */
    sha256: string;
    /**
     * SHA-256 of the submission that brought the evidence; plan.submission is the one that was measured.
     */
    submissionSha256: string;
    /**
     * recordDigest of the record as its owner packed it.
     */
    packedDigest: string;
    /**
     * What the owner confirmed.
     */
    attestation: {
      /**
       * The energy figures may be shared in public.
       */
      publicSharing: true;
      /**
       * The logs are accurate, unaltered, and come from the specified procedure.
       */
      dataIntegrity: true;
      /**
       * The model was measured as it runs in production, quantisation included.
       */
      modelRepresentation: true;
    };
  };
  /**
   * One window with several queries at once, after the last run: reported apart, never scored. Absent where none was asked for.
   */
  concurrent?: {
    /**
     * Queries that are under way at one time.
     */
    concurrency: number;
    phase: MeasuredPhase2;
  };
}
/**
 * A meter.
 */
export interface Meter {
  /**
   * The meter's name in this record, as in nvml:0, rapl, cpu-estimate.
   */
  id: string;
  /**
   * What it measures.
   */
  scope: 'gpu' | 'cpu' | 'ram';
  /**
   * counter: an energy counter of the hardware. integrated: power samples over time. estimated: computed from CPU time.
   */
  quality: 'counter' | 'integrated' | 'estimated';
  /**
   * Energy of one count of its readings, in joules.
   */
  joulesPerCount: number;
  /**
   * What it meters, in words.
   */
  device: string;
  /**
   * Measured time between two updates of the counter, in seconds; null when it was not measured.
   */
  updatePeriodSeconds: number | null;
  /**
   * What an estimate assumes; null for a measurement.
   */
  assumption: string | null;
}
/**
 * One measured phase of one run.
 */
export interface MeasuredPhase {
  /**
   * The phase.
   */
  name: 'preprocess' | 'prefill' | 'generate' | 'forward' | 'call';
  /**
   * Opening edge, in seconds since the record's clock started.
   */
  startSeconds: number;
  /**
   * Closing edge, on the same clock.
   */
  endSeconds: number;
  /**
   * How often the whole data set went through.
   */
  passes: number;
  /**
   * Queries answered, over all passes.
   */
  queries: number;
  /**
   * Queries that failed, over all passes.
   */
  failedQueries: number;
  /**
   * Input tokens over all passes; null where the task has none.
   */
  inputTokens: number | null;
  /**
   * New tokens over all passes; null where the phase makes none.
   */
  outputTokens: number | null;
  /**
   * Energy of the window by meter.
   *
   * @minItems 1
   * @maxItems 64
   *
   * Items: One meter's energy.
   */
  joules: {
    /**
     * The meter's id.
     */
    meter: string;
    /**
     * Energy in joules.
     */
    joules: number;
    /**
     * Bound of the error of the readings at the two edges, in joules; absent where it is update period times mean power.
     */
    edgeJoules?: number;
    /**
     * The same window by the trapezoid integral of the power trace, in joules; null when the trace has no power, absent where nothing traced power.
     */
    integralJoules?: number | null;
    /**
     * Standard error of integralJoules, from how much the power differs between one sample and the next, in joules; null and absent like it.
     */
    integralErrorJoules?: number | null;
  }[];
  /**
   * Time from sending a query to its first token, over all queries of the phase; absent where the backend does not stream.
   */
  firstToken?: {
    /**
     * Mean, in seconds.
     */
    meanSeconds: number;
    /**
     * Median, in seconds.
     */
    medianSeconds: number;
    /**
     * 95th percentile, in seconds.
     */
    p95Seconds: number;
  };
}
/**
 * A run.
 */
export interface Run {
  /**
   * Number of the run, from 1.
   */
  index: number;
  /**
   * Its phases in order.
   *
   * @minItems 1
   * @maxItems 3
   */
  phases: MeasuredPhase1[];
}
/**
 * One measured phase of one run.
 */
export interface MeasuredPhase1 {
  /**
   * The phase.
   */
  name: 'preprocess' | 'prefill' | 'generate' | 'forward' | 'call';
  /**
   * Opening edge, in seconds since the record's clock started.
   */
  startSeconds: number;
  /**
   * Closing edge, on the same clock.
   */
  endSeconds: number;
  /**
   * How often the whole data set went through.
   */
  passes: number;
  /**
   * Queries answered, over all passes.
   */
  queries: number;
  /**
   * Queries that failed, over all passes.
   */
  failedQueries: number;
  /**
   * Input tokens over all passes; null where the task has none.
   */
  inputTokens: number | null;
  /**
   * New tokens over all passes; null where the phase makes none.
   */
  outputTokens: number | null;
  /**
   * Energy of the window by meter.
   *
   * @minItems 1
   * @maxItems 64
   *
   * Items: One meter's energy.
   */
  joules: {
    /**
     * The meter's id.
     */
    meter: string;
    /**
     * Energy in joules.
     */
    joules: number;
    /**
     * Bound of the error of the readings at the two edges, in joules; absent where it is update period times mean power.
     */
    edgeJoules?: number;
    /**
     * The same window by the trapezoid integral of the power trace, in joules; null when the trace has no power, absent where nothing traced power.
     */
    integralJoules?: number | null;
    /**
     * Standard error of integralJoules, from how much the power differs between one sample and the next, in joules; null and absent like it.
     */
    integralErrorJoules?: number | null;
  }[];
  /**
   * Time from sending a query to its first token, over all queries of the phase; absent where the backend does not stream.
   */
  firstToken?: {
    /**
     * Mean, in seconds.
     */
    meanSeconds: number;
    /**
     * Median, in seconds.
     */
    medianSeconds: number;
    /**
     * 95th percentile, in seconds.
     */
    p95Seconds: number;
  };
}
/**
 * One scope's energy.
 */
export interface Energy {
  /**
   * What was measured.
   */
  scope: 'gpu' | 'cpu' | 'ram';
  /**
   * The weakest quality among the meters of this scope.
   */
  quality: 'counter' | 'integrated' | 'estimated';
  /**
   * The ids of the meters that were added up.
   *
   * @minItems 1
   * @maxItems 64
   *
   * Items: A meter's id.
   */
  meters: string[];
  /**
   * Mean over the runs of the sum of the scored phases, in watt-hours per 1,000 queries.
   */
  whPer1000Queries: number;
  /**
   * The same for each run, in order.
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: Watt-hours per 1,000 queries.
   */
  runs: number[];
  /**
   * Sample standard deviation over the runs, in watt-hours per 1,000 queries; null for one run.
   */
  standardDeviation: number | null;
  /**
   * Standard deviation over mean; null for one run.
   */
  coefficientOfVariation: number | null;
  /**
   * 95 % interval of the mean over the runs (Student's t), in watt-hours per 1,000 queries; null for one run. Where plan.stopping is set it is corrected for optional stopping: the k-th look spends 0.05 / (k (k + 1)) of the error probability, so that the intervals of all looks hold together with 95 %.
   */
  interval95: null | {
    /**
     * Lower end.
     */
    low: number;
    /**
     * Upper end.
     */
    high: number;
  };
  /**
   * Bound of the error of reading a ticking counter at the phase edges, in watt-hours per 1,000 queries; null when the update period is unknown.
   */
  edgeWhPer1000Queries: number | null;
  /**
   * Stated systematic error as a fraction of the figure; null when nothing is stated.
   */
  systematicFraction: number | null;
  /**
   * Mean over the runs by phase, decode derived as generate minus prefill.
   *
   * @minItems 1
   * @maxItems 6
   *
   * Items: One phase.
   */
  phases: {
    /**
     * The phase.
     */
    name: 'preprocess' | 'prefill' | 'decode' | 'generate' | 'forward' | 'call';
    /**
     * Watt-hours per 1,000 queries.
     */
    whPer1000Queries: number;
    /**
     * Whether it counts towards the score.
     */
    scored: boolean;
  }[];
  /**
   * How far the figure can be off, by cause: half-widths in watt-hours per 1,000 queries.
   */
  uncertainty?: {
    /**
     * Half of interval95, corrected where that is; null for one run.
     */
    random: number | null;
    /**
     * Bound of the error at the phase edges; null when the update period is unknown.
     */
    edge: number | null;
    /**
     * random + edge, added because the edge term is a bound and not a deviation; null when either is.
     */
    combinedRandomEdge: number | null;
    /**
     * systematicFraction of the figure: the sensor's constant gain, which no number of runs averages out. Never part of the others. Null when nothing is stated.
     */
    systematic: number | null;
  };
}
/**
 * One measured phase of one run.
 */
export interface MeasuredPhase2 {
  /**
   * The phase.
   */
  name: 'preprocess' | 'prefill' | 'generate' | 'forward' | 'call';
  /**
   * Opening edge, in seconds since the record's clock started.
   */
  startSeconds: number;
  /**
   * Closing edge, on the same clock.
   */
  endSeconds: number;
  /**
   * How often the whole data set went through.
   */
  passes: number;
  /**
   * Queries answered, over all passes.
   */
  queries: number;
  /**
   * Queries that failed, over all passes.
   */
  failedQueries: number;
  /**
   * Input tokens over all passes; null where the task has none.
   */
  inputTokens: number | null;
  /**
   * New tokens over all passes; null where the phase makes none.
   */
  outputTokens: number | null;
  /**
   * Energy of the window by meter.
   *
   * @minItems 1
   * @maxItems 64
   *
   * Items: One meter's energy.
   */
  joules: {
    /**
     * The meter's id.
     */
    meter: string;
    /**
     * Energy in joules.
     */
    joules: number;
    /**
     * Bound of the error of the readings at the two edges, in joules; absent where it is update period times mean power.
     */
    edgeJoules?: number;
    /**
     * The same window by the trapezoid integral of the power trace, in joules; null when the trace has no power, absent where nothing traced power.
     */
    integralJoules?: number | null;
    /**
     * Standard error of integralJoules, from how much the power differs between one sample and the next, in joules; null and absent like it.
     */
    integralErrorJoules?: number | null;
  }[];
  /**
   * Time from sending a query to its first token, over all queries of the phase; absent where the backend does not stream.
   */
  firstToken?: {
    /**
     * Mean, in seconds.
     */
    meanSeconds: number;
    /**
     * Median, in seconds.
     */
    medianSeconds: number;
    /**
     * 95th percentile, in seconds.
     */
    p95Seconds: number;
  };
}
