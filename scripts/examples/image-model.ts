import { newGraph } from './onnx-graph.ts';
import { seededRandom } from './random.ts';
import { dense } from './transformer.ts';

/**
 * A convolutional network that classifies square images.
 * @param channels channels after each convolution; every one of them halves the image
 */
export function imageClassifierOnnx(channels: readonly number[], labels: number, seed: number): Uint8Array {
  const graph = newGraph('image-classifier', seededRandom(seed));
  let value = graph.input('pixel_values', 'float', ['batch_size', 3, 'height', 'width']);
  let before = 3;
  for (const after of channels) {
    const kernel = graph.weight([after, before, 3, 3], before * 9);
    const convolved = graph.op('Conv', [value, kernel, graph.filled(after, 0)], { strides: [2, 2], pads: [1, 1, 1, 1] });
    value = graph.op('Relu', [convolved]);
    before = after;
  }
  const pooled = graph.op('Flatten', [graph.op('GlobalAveragePool', [value])], { axis: 1 });
  graph.output(dense(graph, pooled, before, labels), 'logits', ['batch_size', labels]);
  return graph.bytes();
}
