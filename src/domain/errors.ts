/** Who can mend a fault: the submitter (input), whoever runs the machine (operator), or we (internal). */
export type FaultKind = 'input' | 'operator' | 'internal';

export type FaultOptions = {
  /** Stable, greppable name of the fault, as in dataset-missing-column. */
  code: string;
  /** One sentence: what to do about it. */
  mend?: string;
  cause?: unknown;
};

/** An error that tells whose it is, by which name it goes, and how to mend it. */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly code: string;
  readonly mend: string | undefined;

  constructor(kind: FaultKind, message: string, options: FaultOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.kind = kind;
    this.code = options.code;
    this.mend = options.mend;
  }
}

/** The input is at fault: exit code 1. */
export const inputFault = (message: string, options: FaultOptions): Fault => new Fault('input', message, options);

/** The environment or the usage is at fault: exit code 2. */
export const operatorFault = (message: string, options: FaultOptions): Fault => new Fault('operator', message, options);

/** A defect of this program: exit code 2, with the cause. */
export const internalFault = (message: string, options: FaultOptions): Fault => new Fault('internal', message, options);

/** The message of whatever was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
