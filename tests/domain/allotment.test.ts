import { expect, test } from 'vitest';
import { policyFrom } from '../../src/domain/policy.ts';
import {
  allotmentOf,
  countedGpuMinutes,
  longestMinutes,
  runnerLabels,
  submissionsAllowed,
  timeoutMinutes,
} from '../../src/domain/pull-request/allotment.ts';
import { monthOf, receiptedMinutes, receiptLine } from '../../src/domain/pull-request/receipt.ts';

const policy = (bot?: object) => policyFrom({ schemaVersion: 1, name: 'Ours', ...(bot === undefined ? {} : { bot }) });
const seconds = (high: number) => ({ seconds: { low: 0, expected: high / 2, high } });
const minutes = (expected: number, gpus = 1) => ({ gpus, gpuMinutes: { low: 0, expected, high: Infinity } });

test('without a part for the bot everything is as usual', () => {
  const plain = policy();
  expect(runnerLabels(plain, null)).toEqual(['self-hosted', 'h100']);
  expect(longestMinutes(plain)).toBe(7200);
  expect(allotmentOf(plain, 1)).toBeNull();
  expect(submissionsAllowed(plain, 1)).toBe(1);
});

test('a label that was asked for takes the place of the last one, where the policy lists it', () => {
  const labels = policy({ runner: ['self-hosted', 'linux', 'h100'], otherRunners: ['h200'] });
  expect(runnerLabels(labels, 'h200')).toEqual(['self-hosted', 'linux', 'h200']);
  expect(runnerLabels(labels, 'h100')).toEqual(['self-hosted', 'linux', 'h100']);
  for (const other of ['linux', 'self-hosted', 'ubuntu-latest', 'H200', 'h200 ']) expect(runnerLabels(labels, other)).toBeNull();
});

test('a job gets half as long again as the estimate says at most, an hour at least, and no more than the policy has', () => {
  expect(timeoutMinutes(seconds(60), policy())).toBe(60);
  expect(timeoutMinutes(seconds(7200), policy())).toBe(180);
  expect(timeoutMinutes(seconds(7200), policy({ maximumMinutes: 100 }))).toBe(100);
  expect(timeoutMinutes(seconds(7200), policy({ maximumMinutes: 30 }))).toBe(30);
  expect(timeoutMinutes(null, policy({ maximumMinutes: 100 }))).toBe(100);
  expect(timeoutMinutes(seconds(Infinity), policy())).toBe(7200);
});

test('GPU minutes are those that are expected; where nothing tells them, the longest; on a processor none', () => {
  expect(countedGpuMinutes(minutes(12.1), policy())).toBe(13);
  expect(countedGpuMinutes(minutes(0.01), policy())).toBe(1);
  expect(countedGpuMinutes(minutes(0, 0), policy())).toBe(0);
  expect(countedGpuMinutes(null, policy({ maximumMinutes: 100 }))).toBe(100);
  expect(countedGpuMinutes(minutes(1e9, 4), policy({ maximumMinutes: 100 }))).toBe(400);
});

test('a team’s limits hold in place of everybody’s, for its members', () => {
  const teams = [
    { name: 'A', members: [1, 2], maxSubmissions: 5 },
    { name: 'B', members: [2, 3], gpuMinutesPerMonth: 70 },
  ];
  const ours = policy({ gpuMinutesPerMonth: 10, teams });
  expect(allotmentOf(ours, 1)).toEqual({ team: null, members: [1], gpuMinutes: 10 });
  expect(allotmentOf(ours, 2)).toEqual({ team: 'B', members: [2, 3], gpuMinutes: 70 });
  expect([1, 2, 3, 4].map((id) => submissionsAllowed(ours, id))).toEqual([5, 5, 1, 1]);
  expect(submissionsAllowed(ours, null)).toBe(1);
});

const receipt = (id: number, gpuMinutes: number, changes: object = {}) => ({
  id,
  authorId: 1,
  body: `${receiptLine({ runId: id, attempt: 1, gpuMinutes })}\nCounted.`,
  createdAt: '2026-11-23T10:00:00Z',
  isEdited: false,
  ...changes,
});

test('receipts count where they are the bot’s own, unchanged, of the month and earlier', () => {
  const comments = [
    receipt(1, 5),
    receipt(2, 7, { isEdited: true }),
    receipt(3, 11, { authorId: 2 }),
    receipt(4, 13, { authorId: null }),
    receipt(5, 17, { createdAt: '2026-10-31T23:59:59Z' }),
    receipt(6, 19, { body: `> ${receiptLine({ runId: 6, attempt: 1, gpuMinutes: 19 })}` }),
    receipt(7, 23, { body: `${receiptLine({ runId: 7, attempt: 1, gpuMinutes: 23 })} and more` }),
    receipt(8, 29),
    receipt(9, 31),
  ];
  expect(receiptedMinutes(comments, { ownId: 1, month: monthOf('2026-11-30T00:00:00Z'), before: 9 })).toBe(34);
});
