import { slug } from '../identifiers.ts';

/** The longest hardware profile that a record takes. */
const PROFILE_LENGTH = 80;

const cut = (text: string, length: number): string => text.slice(0, length).replace(/-+$/, '');

/** The hardware profile of GPUs by their names, as in h100-80gb-hbm3, 2x-h100-80gb-hbm3 or 1x-h100-pcie-and-1x-h200. */
export function gpuProfile(names: readonly string[]): string {
  const slugs = names.map((name) => slug(name).replace(/^nvidia-/, '') || 'gpu').sort();
  const kinds = [...new Set(slugs)];
  if (slugs.length === 1) return cut(slugs[0] as string, PROFILE_LENGTH);
  return cut(kinds.map((kind) => `${slugs.filter((other) => other === kind).length}x-${kind}`).join('-and-'), PROFILE_LENGTH);
}

/** The hardware profile of a machine without GPU, as in amd-epyc-7763-2-cores. */
export function cpuProfile(model: string, logicalCores: number): string {
  const cores = `${logicalCores}-core${logicalCores === 1 ? '' : 's'}`;
  const name = cut(slug(model), PROFILE_LENGTH - cores.length - 1);
  return name === '' ? `cpu-${cores}` : `${name}-${cores}`;
}
