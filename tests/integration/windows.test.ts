/** Windows measured through NVML's own interface: meter, recorder and score against the scenes' true energy. */
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { whPer1000Queries } from '../../src/domain/units.ts';
import { buildFakeNvml, scene } from '../support/fake-nvml.ts';
import type { SceneMeasured, SceneRequest } from '../support/measure-scene.ts';

function measure(request: SceneRequest): Promise<SceneMeasured> {
  const child = spawn(process.execPath, ['tests/support/measure-scene.ts'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed.stderr += text;
  });
  child.stdin.end(JSON.stringify(request));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(printed.stdout)) : reject(new Error(printed.stderr))));
  });
}

const withTick = (text: string, milliseconds: number) => `${text}\n  counter tick ${milliseconds}\n`;

describe.each(['steady', 'stepped', 'bursty-slow', 'noisy', 'thermal-drift'])('the scene %s', (name) => {
  test.each([10, 20, 100])('is measured to one part in a thousand and within the stated bound at a tick of %d ms', async (tick) => {
    const { phases, updatePeriodSeconds } = await measure({
      scene: withTick(scene(name), tick),
      startSeconds: 0.1234,
      phaseSeconds: [10, 10.013, 10.37, 11.1, 12.789, 30.01],
    });
    expect(updatePeriodSeconds).toBeCloseTo(tick / 1000, 3);
    for (const { joules, truth } of phases) {
      const error = Math.abs(joules.joules - truth);
      expect(error / truth).toBeLessThanOrEqual(0.001);
      expect(error).toBeLessThanOrEqual((joules.edgeJoules ?? 0) + 0.002);
    }
  });
});

test('a sensor that sees a quarter of the time aliases on a load that pulses as fast, and the counter does not', async () => {
  const { phases } = await measure({ scene: scene('bursty-fast'), startSeconds: 0.2, phaseSeconds: [10, 10] });
  for (const { joules, truth } of phases) {
    expect(Math.abs(joules.joules - truth) / truth).toBeLessThanOrEqual(0.01);
    expect(Math.abs((joules.integralJoules ?? 0) - truth) / truth).toBeGreaterThan(0.05);
  }
});

test.each([20, 100])(
  'the stated random-plus-edge interval covers the mean energy in at least 90 of 100 seeded repetitions at a tick of %d ms',
  async (tick) => {
    await buildFakeNvml();
    const seeds = Array.from({ length: 100 }, (_, index) => index + 1);
    const outcomes: { covered: boolean; width: number }[] = [];
    const worker = async () => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
        const text = `gpu h100-sxm\n  power constant 400\n  power noise 60 0.04 ${seed}\n  counter tick ${tick}\n  process own\n`;
        const { energy, phases } = await measure({ scene: text, startSeconds: 0.1 + seed / 977, phaseSeconds: Array(10).fill(10) });
        const seconds = phases.reduce((sum, phase) => sum + phase.seconds, 0) / phases.length;
        const half = energy.uncertainty?.combinedRandomEdge ?? 0;
        const off = Math.abs(energy.whPer1000Queries - whPer1000Queries(400 * seconds, 1000));
        outcomes.push({ covered: off <= half, width: half / energy.whPer1000Queries });
      }
    };
    await Promise.all([worker(), worker()]);
    expect(outcomes.filter(({ covered }) => covered).length).toBeGreaterThanOrEqual(90);
    const width = outcomes.reduce((sum, outcome) => sum + outcome.width, 0) / outcomes.length;
    console.log(
      `Tick ${tick} ms: ${outcomes.filter(({ covered }) => covered).length} of 100 covered, half-width ${(100 * width).toFixed(2)} %.`,
    );
    expect(width).toBeLessThan(0.01);
  },
);
