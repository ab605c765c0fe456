import { ELEMENT, type Graph, type Value } from './onnx-graph.ts';

/** Sizes of a transformer. */
export type TransformerSizes = { vocabulary: number; positions: number; width: number; layers: number; heads: number };

/** Keys and values of earlier tokens, and where to put those of all tokens. */
type Cache = { pastKey: Value; pastValue: Value; keep(key: Value, value: Value): void };

/** Layer normalisation with a trained gain and shift. */
export function normalised(graph: Graph, value: Value, width: number): Value {
  return graph.op('LayerNormalization', [value, graph.filled(width, 1), graph.filled(width, 0)], { axis: -1, epsilon: 0.00001 });
}

/** A dense layer over the last axis. */
export function dense(graph: Graph, value: Value, from: number, to: number): Value {
  return graph.op('Add', [graph.op('MatMul', [value, graph.weight([from, to], from)]), graph.filled(to, 0)]);
}

/** One pre-normalised block: attention, then a feed-forward layer four times as wide. */
export function block(graph: Graph, value: Value, mask: Value, sizes: TransformerSizes, cache: Cache | null): Value {
  const { width } = sizes;
  const attended = graph.op('Add', [value, attention(graph, normalised(graph, value, width), mask, sizes, cache)]);
  const wide = graph.op('Gelu', [dense(graph, normalised(graph, attended, width), width, width * 4)]);
  return graph.op('Add', [attended, dense(graph, wide, width * 4, width)]);
}

function attention(graph: Graph, value: Value, mask: Value, { width, heads }: TransformerSizes, cache: Cache | null): Value {
  const perHead = width / heads;
  const byHead = (part: Value): Value =>
    graph.op('Transpose', [graph.op('Reshape', [part, graph.integers([0, 0, heads, perHead])])], { perm: [0, 2, 1, 3] });
  const [query = '', ownKey = '', ownValue = ''] = graph.split(dense(graph, value, width, width * 3), 3, -1).map(byHead);
  const key = cache === null ? ownKey : graph.op('Concat', [cache.pastKey, ownKey], { axis: 2 });
  const values = cache === null ? ownValue : graph.op('Concat', [cache.pastValue, ownValue], { axis: 2 });
  cache?.keep(key, values);
  const scores = graph.op('Mul', [
    graph.op('MatMul', [query, graph.op('Transpose', [key], { perm: [0, 1, 3, 2] })]),
    graph.scalar(1 / Math.sqrt(perHead)),
  ]);
  const weights = graph.op('Softmax', [graph.op('Add', [scores, mask])], { axis: -1 });
  const mixed = graph.op('Transpose', [graph.op('MatMul', [weights, values])], { perm: [0, 2, 1, 3] });
  return dense(graph, graph.op('Reshape', [mixed, graph.integers([0, 0, width])]), width, width);
}

/** 0 where attention is allowed, a large negative number elsewhere. */
export function additiveMask(graph: Graph, allowed: Value): Value {
  return graph.op('Where', [allowed, graph.scalar(0), graph.scalar(-1e9)]);
}

/** The attention mask of the tokens, as booleans of shape batch x 1 x 1 x tokens. */
export function tokenMask(graph: Graph, attentionMask: Value): Value {
  return graph.op('Unsqueeze', [graph.op('Cast', [attentionMask], { to: ELEMENT.boolean }), graph.integers([1, 2])]);
}
