import { newGraph } from './onnx-graph.ts';
import { seededRandom } from './random.ts';
import { additiveMask, block, dense, normalised, type TransformerSizes, tokenMask } from './transformer.ts';

/** A decoder with a key-value cache, named as the exporters of the ONNX community name its inputs and outputs. */
export function decoderOnnx(sizes: TransformerSizes, seed: number): Uint8Array {
  const { vocabulary, positions, width, layers, heads } = sizes;
  const graph = newGraph('decoder', seededRandom(seed));
  const cacheShape = (length: string) => ['batch_size', heads, length, width / heads];
  const inputIds = graph.input('input_ids', 'int64', ['batch_size', 'sequence_length']);
  const attentionMask = graph.input('attention_mask', 'int64', ['batch_size', 'total_sequence_length']);
  const positionIds = graph.input('position_ids', 'int64', ['batch_size', 'sequence_length']);

  const tokens = graph.weight([vocabulary, width], width);
  const places = graph.weight([positions, width], width);
  const total = graph.op('Squeeze', [graph.op('Shape', [attentionMask], { start: 1, end: 2 }), graph.integers([0])]);
  const keyPlaces = graph.op('Range', [graph.integer(0), total, graph.integer(1)]);
  const queryPlaces = graph.op('Unsqueeze', [positionIds, graph.integers([1, 3])]);
  const causal = graph.op('LessOrEqual', [keyPlaces, queryPlaces]);
  const mask = additiveMask(graph, graph.op('And', [causal, tokenMask(graph, attentionMask)]));

  let value = graph.op('Add', [graph.op('Gather', [tokens, inputIds]), graph.op('Gather', [places, positionIds])]);
  for (let layer = 0; layer < layers; layer++) {
    value = block(graph, value, mask, sizes, {
      pastKey: graph.input(`past_key_values.${layer}.key`, 'float', cacheShape('past_sequence_length')),
      pastValue: graph.input(`past_key_values.${layer}.value`, 'float', cacheShape('past_sequence_length')),
      keep(key, values) {
        graph.output(key, `present.${layer}.key`, cacheShape('total_sequence_length'));
        graph.output(values, `present.${layer}.value`, cacheShape('total_sequence_length'));
      },
    });
  }
  // The output layer shares the tokens' weights, as in GPT-2.
  const logits = graph.op('MatMul', [normalised(graph, value, width), graph.op('Transpose', [tokens], { perm: [1, 0] })]);
  graph.output(logits, 'logits', ['batch_size', 'sequence_length', vocabulary]);
  return graph.bytes();
}

/** An encoder that classifies a text by its first token, as BERT does. */
export function classifierOnnx(sizes: TransformerSizes, labels: number, seed: number): Uint8Array {
  const { vocabulary, positions, width, layers } = sizes;
  const graph = newGraph('classifier', seededRandom(seed));
  const inputIds = graph.input('input_ids', 'int64', ['batch_size', 'sequence_length']);
  const attentionMask = graph.input('attention_mask', 'int64', ['batch_size', 'sequence_length']);
  const mask = additiveMask(graph, tokenMask(graph, attentionMask));

  const length = graph.op('Squeeze', [graph.op('Shape', [inputIds], { start: 1, end: 2 }), graph.integers([0])]);
  const places = graph.op('Gather', [
    graph.weight([positions, width], width),
    graph.op('Range', [graph.integer(0), length, graph.integer(1)]),
  ]);
  let value = graph.op('Add', [graph.op('Gather', [graph.weight([vocabulary, width], width), inputIds]), places]);
  for (let layer = 0; layer < layers; layer++) value = block(graph, value, mask, sizes, null);
  const first = graph.op('Gather', [normalised(graph, value, width), graph.integer(0)], { axis: 1 });
  graph.output(dense(graph, first, width, labels), 'logits', ['batch_size', labels]);
  return graph.bytes();
}
