import { expect, test } from 'vitest';
import { gpuNodes } from '../../src/sandbox/gpu-nodes.ts';
import { folderOf } from '../support/folders.ts';

const information = (uuid: string, minor: number) =>
  `Model: \t\t NVIDIA H200\nGPU UUID: \t ${uuid}\nBus Location: \t 0000:01:00.0\nDevice Minor: \t ${minor}\n`;

test('a GPU brings its own device nodes and no others', async () => {
  await using driver = await folderOf({
    '0000:01:00.0/information': information('GPU-aaaa', 3),
    '0000:02:00.0/information': information('GPU-bbbb', 0),
  });
  expect(await gpuNodes(['GPU-aaaa'], driver.path)).toEqual(['/dev/nvidiactl', '/dev/nvidia-uvm', '/dev/nvidia-uvm-tools', '/dev/nvidia3']);
  expect(await gpuNodes([], driver.path)).toEqual([]);
});

test('a GPU that the driver does not list is named', async () => {
  await using driver = await folderOf({ '0000:01:00.0/information': information('GPU-aaaa', 3) });
  await expect(gpuNodes(['MIG-cccc'], driver.path)).rejects.toMatchObject({
    kind: 'operator',
    code: 'sandbox-gpu',
    mend: expect.stringContaining('MIG'),
  });
  await expect(gpuNodes(['GPU-aaaa'], '/nonexistent')).rejects.toMatchObject({ code: 'sandbox-gpu' });
});
