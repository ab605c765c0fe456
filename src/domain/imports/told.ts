import type { Import } from '../generated/import.ts';

type WrittenWindow = Import['report']['windows'][number];

/** One energy as a report tells it; its unit is whatever the report says. */
export type ToldWindow = Omit<WrittenWindow, 'unit'> & { unit: string };

/** What the efficiency of one phase counts. */
export type PhaseCount = {
  phase: string;
  /** What is counted: samples, tokens or images. */
  counted: string;
  count: number;
  /** How many of them one query makes; null where the report does not tell. */
  perQuery: number | null;
};

/** Counts from efficiencies, and what is wrong with those that give none, in words. */
export type ToldEfficiencies = { counts: PhaseCount[]; problems: string[] };

/** What a report of another harness says, read without believing it. */
export type Told = Omit<Import['report'], 'windows'> & {
  tool: Import['source']['tool'];
  shape: Import['source']['shape'];
  version: string | null;
  windows: ToldWindow[];
  /** Phases that the report names without an energy. */
  empty: string[];
  /** What its efficiencies count; none where it tells no efficiency. */
  efficiencies: ToldEfficiencies;
  /** What the harness's meter said of itself where it failed; null where it said nothing. */
  meterError: string | null;
  /** Values that are not what they should be, in words. */
  problems: string[];
};

/** What whoever imports a report says of it. */
export type ImportRequest = Pick<Import, 'model' | 'task'> & {
  revision: string | null;
  told: Import['told'];
};

/** A report's phase that no score holds: loading is reported, never scored. */
export const isLoading = (name: string): boolean => name.startsWith('load_');
