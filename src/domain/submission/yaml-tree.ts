import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { quoted } from './hostile-characters.ts';
import { pointerTo } from './schema-places.ts';

/** Where a value of the document lies in the text that YAML read, as offsets. */
export type YamlPlace = {
  /** Where its key begins; null for list items and the document itself. */
  key: number | null;
  start: number;
  end: number;
  /** The source of a scalar written without quotes; null otherwise. */
  plain: string | null;
  /** Whether the value cannot be known: it stands behind an alias or a tag. */
  unknown: boolean;
  /** Whether a mapping may have keys that cannot be known: merged in, or not a word. */
  open: boolean;
};

/** A document as plain values, objects without prototype, with the place of each by JSON pointer. */
export type YamlTree = {
  value: unknown;
  places: Map<string, YamlPlace>;
  faults: { offset: number; code: string; message: string; pointer: string }[];
};

/** Turns YAML's nodes into plain values. The first of two equal keys counts. */
export function treeOf(root: ParsedNode | null): YamlTree {
  const tree: YamlTree = { value: null, places: new Map(), faults: [] };
  tree.value = plainValue(tree, root, '', null, 0);
  return tree;
}

function plainValue(tree: YamlTree, node: ParsedNode | null, pointer: string, key: number | null, fallback: number): unknown {
  const [start, end] = node?.range ?? [fallback, fallback];
  const place: YamlPlace = { key, start, end, plain: null, unknown: isAlias(node) || hasTag(node), open: false };
  tree.places.set(pointer, place);
  if (isMap(node)) return mappingOf(tree, node as YAMLMap.Parsed, pointer);
  if (isSeq(node)) return node.items.map((item, index) => plainValue(tree, item as ParsedNode, pointerTo(pointer, index), null, start));
  if (!isScalar(node)) return null;
  if (node.type === 'PLAIN') place.plain = node.source ?? null;
  return node.value;
}

const hasTag = (node: ParsedNode | null): boolean => node !== null && 'tag' in node && node.tag !== undefined;

function mappingOf(tree: YamlTree, map: YAMLMap.Parsed, pointer: string): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  const keepOpen = () => {
    const place = tree.places.get(pointer);
    if (place !== undefined) place.open = true;
  };
  for (const pair of map.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const key = pair.key;
    const offset = key.range[0];
    if (!isScalar(key)) {
      keepOpen();
      if (!isAlias(key)) tree.faults.push({ offset, code: 'S-yaml-key', message: 'A key is one word, not a list or a mapping.', pointer });
      continue;
    }
    // A key that YAML reads as a number or as null is still the word that was written.
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (name === '<<' && key.type === 'PLAIN') {
      const message = 'Merge keys are not read here; write every key out.';
      tree.faults.push({ offset, code: 'S-yaml-merge-key', message, pointer: pointerTo(pointer, name) });
      keepOpen();
      continue;
    }
    if (name in object) {
      tree.faults.push({
        offset,
        code: 'S-yaml-duplicate-key',
        message: `The key ${quoted(name)} is here a second time.`,
        pointer: pointerTo(pointer, name),
      });
      continue;
    }
    object[name] = plainValue(tree, pair.value, pointerTo(pointer, name), offset, key.range[1]);
  }
  return object;
}
