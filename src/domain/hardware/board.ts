/** How a board is built: its form decides power and clocks as much as its chip does. */
export type BoardForm = 'SXM' | 'PCIe' | 'NVL';

/** What tells a board: its exact product name, its memory and its default power limit. */
export type BoardSigns = { name: string; memoryBytes: number; defaultPowerLimitWatts: number | null };

type KnownBoard = { form: BoardForm; gigabytes: number; watts: number };

/** Boards whose names do not all tell their form, with the memory and the default power limit that belong to them. */
const KNOWN: Readonly<Record<string, KnownBoard>> = {
  'NVIDIA H100 80GB HBM3': { form: 'SXM', gigabytes: 80, watts: 700 },
  'NVIDIA H100 PCIe': { form: 'PCIe', gigabytes: 80, watts: 350 },
  'NVIDIA H100 NVL': { form: 'NVL', gigabytes: 94, watts: 400 },
  'NVIDIA H200': { form: 'SXM', gigabytes: 141, watts: 700 },
};

/** Room for what the driver keeps of the memory, and for gigabytes that are written as powers of ten or of two. */
const MEMORY_TOLERANCE = 0.08;
const GIGABYTE = 1e9;

/** The form of a board: by its exact name, else by a word in its name; null where neither tells. */
export function boardForm(name: string): BoardForm | null {
  const known = KNOWN[name];
  if (known !== undefined) return known.form;
  if (/\bSXM\d?\b/i.test(name)) return 'SXM';
  if (/\bNVL\b/i.test(name)) return 'NVL';
  return /\bPCIe\b/i.test(name) ? 'PCIe' : null;
}

/** Whether its counter covers a processor too: Grace Hopper's and Grace Blackwell's are of the whole module. */
export const isWholeModule = (name: string): boolean => /\bG[BH]\d{3}\b/.test(name);

/** What does not belong to the board that the name stands for: one phrase each; empty for boards that are not known. */
export function contradictions({ name, memoryBytes, defaultPowerLimitWatts }: BoardSigns): string[] {
  const known = KNOWN[name];
  if (known === undefined) return [];
  const gigabytes = memoryBytes / GIGABYTE;
  const expected = `${known.gigabytes} GB and ${known.watts} W`;
  return [
    ...(Math.abs(gigabytes / known.gigabytes - 1) > MEMORY_TOLERANCE
      ? [`${gigabytes.toFixed(0)} GB of memory instead of ${expected}`]
      : []),
    ...(defaultPowerLimitWatts !== null && defaultPowerLimitWatts !== known.watts
      ? [`a default power limit of ${defaultPowerLimitWatts} W instead of ${expected}`]
      : []),
  ];
}
