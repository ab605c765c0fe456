/** How a board is built: its form decides power and clocks as much as its chip does. */
export type BoardForm = 'SXM' | 'PCIe' | 'NVL';

/** What tells a board: its exact product name, its memory and its default power limit. */
export type BoardSigns = { name: string; memoryBytes: number; defaultPowerLimitWatts: number | null };

type KnownBoard = { form: BoardForm; gibibytes: number; watts: number };

/** Boards whose names do not all tell their form, with the memory and the default power limit that belong to them. */
const KNOWN: Readonly<Record<string, KnownBoard>> = {
  'NVIDIA H100 80GB HBM3': { form: 'SXM', gibibytes: 80, watts: 700 },
  'NVIDIA H100 PCIe': { form: 'PCIe', gibibytes: 80, watts: 350 },
  'NVIDIA H100 NVL': { form: 'NVL', gibibytes: 94, watts: 400 },
  'NVIDIA H200': { form: 'SXM', gibibytes: 141, watts: 700 },
};

/** Room for what the driver keeps of the memory for itself. */
const MEMORY_TOLERANCE = 0.05;
const GIBIBYTE = 2 ** 30;

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
  const gibibytes = memoryBytes / GIBIBYTE;
  return [
    ...(Math.abs(gibibytes / known.gibibytes - 1) > MEMORY_TOLERANCE
      ? [`${gibibytes.toFixed(0)} GiB of memory instead of ${known.gibibytes}`]
      : []),
    ...(defaultPowerLimitWatts !== null && defaultPowerLimitWatts !== known.watts
      ? [`a default power limit of ${defaultPowerLimitWatts} W instead of ${known.watts} W`]
      : []),
  ];
}
