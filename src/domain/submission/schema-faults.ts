import type { ErrorObject } from 'ajv';
import { validateSubmission } from '../generated/validators.js';
import { nearestKey, type Sentence } from './field-sentences.ts';
import type { OffsetFault, ReadYaml } from './read-yaml.ts';
import { keysAt, keysOf, pointerTo } from './schema-places.ts';
import { schemaSentence } from './schema-sentences.ts';
import type { YamlPlace, YamlTree } from './yaml-tree.ts';

/** What the schema says of a document. */
export type SchemaReading = {
  /** The document with misspelt keys put right, so that their values are looked at too. */
  value: unknown;
  /** Places by the pointers of that document. */
  places: ReadonlyMap<string, YamlPlace>;
  faults: OffsetFault[];
  /** Pointers of that document whose own value is at fault or cannot be known. */
  spoilt: ReadonlySet<string>;
  /** The pointer as it is in the file, where a key was misspelt. */
  written: (pointer: string) => string;
};

/** Of several errors at one value the first of these says most. */
const TELLING = ['required', 'additionalProperties', 'type', 'enum', 'const', 'maxLength', 'pattern', 'dependentRequired'];

/** Checks a document against the schema of submissions. */
export function readSchema(tree: YamlTree, { brokenAt }: Pick<ReadYaml, 'brokenAt'>, text: string): SchemaReading {
  const isTrusted = trustOf(brokenAt, text);
  const renamed = rightedKeys(tree, isTrusted);
  const spoilt = new Set<string>();
  const faults: OffsetFault[] = [...renamed.faults];
  for (const error of errorsOf(tree.value)) {
    const pointer = pointerOf(error);
    const missing = isAbsence(error);
    if (error.keyword !== 'required' && spoilt.has(pointer)) continue;
    if (!missing) spoilt.add(pointer);
    const place = tree.places.get(pointer);
    if (cannotBeKnown(tree, pointer, error) || (missing ? brokenAt !== null : !isTrusted(place))) continue;
    const sentence = schemaSentence(error, subjectOf(tree, error));
    faults.push({ ...sentence, offset: offsetOf(error, place), pointer: renamed.written(pointer) });
  }
  for (const [pointer, place] of tree.places) if (place.unknown || !isTrusted(place)) spoilt.add(pointer);
  return { value: tree.value, places: tree.places, faults, spoilt, written: renamed.written };
}

function errorsOf(value: unknown): ErrorObject[] {
  validateSubmission(value);
  const errors = validateSubmission.errors ?? [];
  return [...errors].sort((a, b) => TELLING.indexOf(a.keyword) - TELLING.indexOf(b.keyword));
}

const isAbsence = ({ keyword }: ErrorObject): boolean => keyword === 'required' || keyword === 'dependentRequired';

/** The pointer of what an error is about: the surplus key, the mapping that lacks one, or the value. */
function pointerOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword === 'additionalProperties') return pointerTo(instancePath, params.additionalProperty);
  return keyword === 'dependentRequired' ? pointerTo(instancePath, params.property) : instancePath;
}

function subjectOf(tree: YamlTree, { instancePath }: ErrorObject) {
  const keys = keysOf(instancePath);
  return { keys, value: valueAt(tree.value, keys), plain: tree.places.get(instancePath)?.plain ?? null };
}

/** The value at a path of keys; undefined where there is none. */
const valueAt = (root: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    root,
  );

function cannotBeKnown(tree: YamlTree, pointer: string, error: ErrorObject): boolean {
  if (isAbsence(error) && tree.places.get(error.instancePath)?.open === true) return true;
  const keys = keysOf(pointer);
  return keys.some((_, depth) => tree.places.get(keys.slice(0, depth + 1).reduce<string>(pointerTo, ''))?.unknown === true);
}

/** A key that should not be there is shown, and so is the key of an empty value: there is nothing else to point at. */
function offsetOf({ keyword }: ErrorObject, place: YamlPlace | undefined): number {
  if (place === undefined) return 0;
  const atKey = keyword === 'additionalProperties' || keyword === 'dependentRequired' || place.start === place.end;
  return atKey ? (place.key ?? place.start) : place.start;
}

type Trust = (place: YamlPlace | undefined) => boolean;

/** After a syntax error only what ends on an earlier line is judged. */
function trustOf(brokenAt: number | null, text: string): Trust {
  if (brokenAt === null) return () => true;
  const line = brokenAt === 0 ? 0 : text.lastIndexOf('\n', brokenAt - 1) + 1;
  return (place) => place !== undefined && place.end <= line;
}

type Renames = { faults: OffsetFault[]; written: (pointer: string) => string };

/** Puts misspelt keys right in the tree, where the right key is not there already; each is a fault. */
function rightedKeys(tree: YamlTree, isTrusted: Trust): Renames {
  const faults: OffsetFault[] = [];
  const moves: { from: string; to: string }[] = [];
  const written = (pointer: string): string => moves.reduceRight((at, { from, to }) => moved(at, to, from) ?? at, pointer);
  for (;;) {
    const found = errorsOf(tree.value).find((error) => error.keyword === 'additionalProperties' && meantBy(tree, error) !== null);
    if (found === undefined) return { faults, written };
    const meant = meantBy(tree, found) ?? '';
    const key: string = found.params.additionalProperty;
    const from = pointerTo(found.instancePath, key);
    const to = pointerTo(found.instancePath, meant);
    const sentence: Sentence = { ...schemaSentence(found, subjectOf(tree, found)), suggestion: meant };
    const place = tree.places.get(from);
    if (isTrusted(place)) faults.push({ ...sentence, offset: offsetOf(found, place), pointer: written(from) });
    const parent = valueAt(tree.value, keysOf(found.instancePath)) as Record<string, unknown>;
    parent[meant] = parent[key];
    delete parent[key];
    for (const [pointer, place] of [...tree.places]) {
      const target = moved(pointer, from, to);
      if (target === null) continue;
      tree.places.delete(pointer);
      tree.places.set(target, place);
    }
    moves.push({ from, to });
  }
}

function meantBy(tree: YamlTree, { instancePath, params }: ErrorObject): string | null {
  const keys = keysOf(instancePath);
  const parent = valueAt(tree.value, keys) as Record<string, unknown>;
  return nearestKey(
    params.additionalProperty,
    keysAt(keys).filter((key) => !(key in parent)),
  );
}

/** A pointer below one place, as it is below another; null where it is not below the first. */
const moved = (pointer: string, from: string, to: string): string | null =>
  pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : null;
