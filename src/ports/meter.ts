import type { Meter as MeterRecord } from '../domain/generated/result.ts';

/** One reading of a meter: a count that only grows while the meter is open. */
export type Reading = {
  /** Seconds on the run's monotonic clock at which the reading was taken. */
  seconds: number;
  /** Counts since an arbitrary start; joules = difference of counts x joulesPerCount. */
  count: number;
};

/** What a meter is, as the record tells it. */
export type MeterDescription = MeterRecord;

/**
 * Something that reads energy, outside the process it measures.
 * open() before the first read(); close() releases everything and may be called twice.
 * A meter that cannot read throws a Fault: it never gives a zero in place of a reading.
 */
export type Meter = {
  readonly description: MeterDescription;
  open(): Promise<void>;
  read(): Promise<Reading>;
  close(): Promise<void>;
};

/** Seconds on a monotonic clock since some fixed start. */
export type Clock = () => number;
