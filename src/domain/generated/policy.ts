// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * What a leaderboard team decides: how runs go, what counts as official, which backends, workers and data sets are used.
 */
export interface Policy {
  /**
   * Version of this format. Always 1.
   */
  schemaVersion: 1;
  /**
   * The policy's name, shown in comments and pages.
   */
  name: string;
  /**
   * Whether this repository only rehearses: it then takes results of scripted hardware, and shows a watermark everywhere.
   */
  rehearsal?: boolean;
  /**
   * The backends that may run; the first is the default.
   *
   * @minItems 1
   * @maxItems 3
   *
   * Items: A backend.
   */
  backends?: ('transformers' | 'embedded' | 'endpoint')[];
  /**
   * How a run goes.
   */
  run?: {
    /**
     * Runs per result.
     */
    runs?: number;
    /**
     * Runs per result for single tasks.
     */
    runsByTask?: {
      /**
       * Runs per result for this task.
       *
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^[a-z-]{1,40}$".
       */
      [k: string]: number;
    };
    /**
     * How --runs auto finds the number of runs.
     */
    auto?: {
      /**
       * Runs before the first look.
       */
      minimumRuns?: number;
      /**
       * Runs after which it ends in any case; minimumRuns, where that is more.
       */
      maximumRuns?: number;
      /**
       * Half of the 95 % interval at which it ends, as a fraction of the mean.
       */
      halfWidthFraction?: number;
    };
    /**
     * A phase shorter than this repeats the whole data set, in seconds.
     */
    minimumPhaseSeconds?: number;
    /**
     * Upper bound of the warm-up, in seconds.
     */
    warmUpMaximumSeconds?: number;
    /**
     * Longest wait before each run for the GPUs to be as cool as after the warm-up, in seconds; 0 waits for nothing.
     */
    coolDownMaximumSeconds?: number;
    /**
     * Sampling rate of the trace, in hertz.
     */
    traceHertz?: number;
    /**
     * A benchmark that takes longer is ended, in seconds.
     */
    deadlineSeconds?: number;
    /**
     * A backend that tells no progress for so long while it should answer queries is ended, in seconds.
     */
    stallSeconds?: number;
    /**
     * A benchmark that has run for so long keeps its finished runs in the output folder, to be resumed, in seconds.
     */
    checkpointAfterSeconds?: number;
  };
  /**
   * What a result needs to be official.
   */
  official?: {
    /**
     * GPU models whose results are official.
     *
     * @maxItems 32
     *
     * Items: A GPU's exact product name as NVML tells it.
     */
    gpus?: string[];
    /**
     * Least number of runs.
     */
    runs?: number;
    /**
     * Least number of runs for single tasks.
     */
    runsByTask?: {
      /**
       * Least number of runs for this task.
       *
       * This interface was referenced by `undefined`'s JSON-Schema definition
       * via the `patternProperty` "^[a-z-]{1,40}$".
       */
      [k: string]: number;
    };
    /**
     * Whether results that ended by --runs auto can be official.
     */
    autoRuns?: boolean;
    /**
     * Queries in one pass.
     */
    queries?: number;
    /**
     * Shortest measured phase, in seconds.
     */
    minimumPhaseSeconds?: number;
  };
  /**
   * Limits of the result checks, as fractions unless a unit is named.
   */
  tolerances?: {
    /**
     * Largest standard deviation over the runs, as a fraction of their mean.
     */
    coefficientOfVariation?: number;
    /**
     * Largest change from the first run to the last, as a fraction of the mean.
     */
    drift?: number;
    /**
     * Largest difference between counter and integrated trace, as a fraction of the counter.
     */
    agreement?: number;
    /**
     * Longest gap in the trace, in seconds.
     */
    traceGapSeconds?: number;
  };
  /**
   * Which versions of the backends' software are trusted.
   */
  workers?: {
    /**
     * Versions whose results are invalid.
     *
     * @maxItems 1000
     *
     * Items: <backend>@<version>, as in embedded@0.1.0.
     */
    denied?: string[];
    /**
     * Container images that are trusted; empty trusts every image that is named by its digest.
     *
     * @maxItems 1000
     *
     * Items: Digest of an image, without sha256:.
     */
    containers?: string[];
  };
  /**
   * Sizes and counts.
   */
  limits?: {
    /**
     * Largest submission file, in bytes.
     */
    submissionBytes?: number;
    /**
     * Largest model download, in bytes.
     */
    modelBytes?: number;
    /**
     * Submissions in one pull request.
     */
    maxSubmissions?: number;
    /**
     * Largest sum of all downloads that are kept, in bytes.
     */
    cacheBytes?: number;
  };
  /**
   * Models that are not scored.
   *
   * @maxItems 10000
   *
   * Items: A model's id, or <org>/* for all of an organisation's.
   */
  deniedModels?: string[];
  /**
   * Local data sets by task, used in place of the official ones. Their results are never official.
   */
  datasets?: {
    /**
     * A local data set.
     *
     * This interface was referenced by `undefined`'s JSON-Schema definition
     * via the `patternProperty` "^[a-z-]{1,40}$".
     */
    [k: string]: {
      /**
       * A JSON Lines file below the policy's folder.
       */
      path: string;
    };
  };
  /**
   * How boards are shown.
   */
  board?: {
    /**
     * Fewest models on a board before it has stars.
     */
    minimumModels?: number;
  };
  /**
   * Where self-reported results may lie.
   */
  evidence?: {
    /**
     * Hosts that evidence may be fetched from.
     *
     * @maxItems 100
     *
     * Items: A host name, matched whole.
     */
    hosts?: string[];
    /**
     * Largest evidence file, in bytes.
     */
    bytes?: number;
    /**
     * Largest evidence unpacked, in bytes.
     */
    unpackedBytes?: number;
  };
  /**
   * How the bot of a submissions repository gives out GPU time. Absent where the defaults do; it never changes what is measured, or how.
   */
  bot?: {
    /**
     * Labels of the runner that measures; self-hosted and h100 where it is absent.
     *
     * @minItems 1
     * @maxItems 20
     *
     * Items: A label.
     */
    runner?: string[];
    /**
     * Labels that /benchmark --runner may name in place of the last of runner.
     *
     * @maxItems 50
     *
     * Items: A label.
     */
    otherRunners?: string[];
    /**
     * Longest measurement that can be ordered, in minutes; 7200, which is five days, where it is absent.
     */
    maximumMinutes?: number;
    /**
     * GPU minutes that one submitter's pull requests may be given in a calendar month, UTC; without limit where it is absent.
     */
    gpuMinutesPerMonth?: number;
    /**
     * Submitters with limits of their own.
     *
     * @maxItems 500
     *
     * Items: A team.
     */
    teams?: {
      /**
       * Its name, for people.
       */
      name: string;
      /**
       * Its members, by id: a login can change hands.
       *
       * @minItems 1
       * @maxItems 500
       *
       * Items: The id of an account, as https://api.github.com/users/LOGIN tells it.
       */
      members: number[];
      /**
       * Submissions in one pull request; limits.maxSubmissions where it is absent.
       */
      maxSubmissions?: number;
      /**
       * GPU minutes of all members together in a calendar month; the submitter's own where it is absent.
       */
      gpuMinutesPerMonth?: number;
    }[];
  };
  /**
   * Where the public pages are served. Absent where there are none; it never changes what is measured, or how.
   */
  pages?: {
    /**
     * Address of the folder that holds the results repository's files, with a slash at its end, as in https://example.org/board/. Labels, badges, the feed and the citation then link there.
     */
    url: string;
  };
}
