import { type Graph, newGraph, type Value } from './onnx-graph.ts';
import { seededRandom } from './random.ts';
import { dense } from './transformer.ts';

/**
 * A convolutional network that classifies square images.
 * @param channels channels after each convolution; every one of them halves the image
 */
export function imageClassifierOnnx(channels: readonly number[], labels: number, seed: number): Uint8Array {
  const graph = newGraph('image-classifier', seededRandom(seed));
  const { value, width } = convolutions(graph, channels);
  const pooled = graph.op('Flatten', [graph.op('GlobalAveragePool', [value])], { axis: 1 });
  graph.output(dense(graph, pooled, width, labels), 'logits', ['batch_size', labels]);
  return graph.bytes();
}

/**
 * A convolutional network that gives each cell of the shrunken image a label, or none, and a box.
 * @param channels channels after each convolution; every one of them halves the image
 * @param labels without the one that says "nothing here"
 */
export function objectDetectorOnnx(channels: readonly number[], labels: number, seed: number): Uint8Array {
  const graph = newGraph('object-detector', seededRandom(seed));
  const { value, width } = convolutions(graph, channels);
  const columns = graph.op('Reshape', [value, graph.integers([0, 0, -1])]);
  const cells = graph.op('Transpose', [columns], { perm: [0, 2, 1] });
  graph.output(dense(graph, cells, width, labels + 1), 'logits', ['batch_size', 'cells', labels + 1]);
  graph.output(graph.op('Sigmoid', [dense(graph, cells, width, 4)]), 'pred_boxes', ['batch_size', 'cells', 4]);
  return graph.bytes();
}

function convolutions(graph: Graph, channels: readonly number[]): { value: Value; width: number } {
  let value = graph.input('pixel_values', 'float', ['batch_size', 3, 'height', 'width']);
  let before = 3;
  for (const after of channels) {
    const kernel = graph.weight([after, before, 3, 3], before * 9);
    const convolved = graph.op('Conv', [value, kernel, graph.filled(after, 0)], { strides: [2, 2], pads: [1, 1, 1, 1] });
    value = graph.op('Relu', [convolved]);
    before = after;
  }
  return { value, width: before };
}
