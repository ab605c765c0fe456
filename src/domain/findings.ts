/** What a result check says. */
export type CheckStatus = 'pass' | 'warn' | 'fail' | 'skip';

/** What follows from a check that fails. */
export type CheckEffect = 'invalid' | 'unofficial' | 'warn';

/** One check's outcome on one result. */
export type Finding = {
  /** Stable code, as in R-energy-cv. */
  code: string;
  effect: CheckEffect;
  status: CheckStatus;
  /** One sentence for people; for skip, the reason. */
  message: string;
};

export type Verdict = 'official' | 'unofficial' | 'invalid' | 'rehearsal';

/** A fault of a text file at a place in it. */
export type LocatedFault = {
  /** Stable code, as in S-schema-type. */
  code: string;
  message: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** JSON pointer (RFC 6901) of the value; empty for the whole document. */
  pointer: string;
  /** What was probably meant, where something is near. */
  suggestion?: string;
};
