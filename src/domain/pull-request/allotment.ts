import type { Estimate } from '../estimate/estimate.ts';
import type { Policy } from '../policy.ts';

/** GPU minutes that some people share in a calendar month. */
export type Allotment = {
  /** The team's name; null where it is one submitter's own. */
  team: string | null;
  /** Ids of the accounts that share it. */
  members: readonly number[];
  gpuMinutes: number;
};

/** Longest measurement where the policy names none: a job on a runner of one's own may last five days. */
const LONGEST_MINUTES = 7200;

/** Labels of the runner that measures, where the policy names none. */
const USUAL_RUNNER: readonly string[] = ['self-hosted', 'h100'];

/** Least time that a job is given, in minutes: models have to be downloaded first. */
const LEAST_TIMEOUT = 60;

/** How much longer than the end of its estimated range a job may take. */
const MARGIN = 1.5;

const teamsOf = ({ bot }: Policy, submitter: number | null) =>
  (bot?.teams ?? []).filter(({ members }) => submitter !== null && members.includes(submitter));

/** Submissions that one pull request of a submitter may hold; a team's own number holds in place of everybody's. */
export function submissionsAllowed(policy: Policy, submitter: number | null): number {
  const own = teamsOf(policy, submitter).flatMap(({ maxSubmissions }) => (maxSubmissions === undefined ? [] : [maxSubmissions]));
  return own.length === 0 ? policy.limits.maxSubmissions : Math.max(...own);
}

/** What a submitter's pull requests may be given; null without limit. The first team that names a limit counts. */
export function allotmentOf(policy: Policy, submitter: number): Allotment | null {
  const team = teamsOf(policy, submitter).find(({ gpuMinutesPerMonth }) => gpuMinutesPerMonth !== undefined);
  if (team?.gpuMinutesPerMonth !== undefined) return { team: team.name, members: team.members, gpuMinutes: team.gpuMinutesPerMonth };
  const own = policy.bot?.gpuMinutesPerMonth;
  return own === undefined ? null : { team: null, members: [submitter], gpuMinutes: own };
}

/** Longest measurement that can be ordered, in minutes. */
export const longestMinutes = ({ bot }: Policy): number => bot?.maximumMinutes ?? LONGEST_MINUTES;

/** Labels of the runner, with the one that was asked for in place of the last; null where the policy does not allow it. */
export function runnerLabels({ bot }: Policy, asked: string | null): string[] | null {
  const usual = bot?.runner ?? USUAL_RUNNER;
  if (asked === null || asked === usual.at(-1)) return [...usual];
  return bot?.otherRunners?.includes(asked) ? [...usual.slice(0, -1), asked] : null;
}

/** When a job is ended, in minutes: what the estimate says at most, and half as much again; without an estimate the longest there is. */
export function timeoutMinutes(estimate: Pick<Estimate, 'seconds'> | null, policy: Policy): number {
  const most = longestMinutes(policy);
  if (estimate === null) return most;
  const wanted = Math.ceil((estimate.seconds.high / 60) * MARGIN);
  return Math.min(most, Math.max(LEAST_TIMEOUT, Number.isFinite(wanted) ? wanted : most));
}

/** GPU minutes that an order counts as: those that are expected; where nothing tells them, as long as it may last on one GPU. */
export function countedGpuMinutes(estimate: Pick<Estimate, 'gpuMinutes' | 'gpus'> | null, policy: Policy): number {
  if (estimate === null) return longestMinutes(policy);
  if (estimate.gpus === 0) return 0;
  return Math.max(1, Math.ceil(Math.min(estimate.gpuMinutes.expected, longestMinutes(policy) * estimate.gpus)));
}
