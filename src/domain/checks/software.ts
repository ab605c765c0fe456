import { fail, pass, type RecordCheck, skip } from './check.ts';

/** Checks of what ran. */
export const SOFTWARE_CHECKS: readonly RecordCheck[] = [
  {
    code: 'R-software-backend',
    effect: 'invalid',
    reads: 'record',
    title: 'The planned backend ran.',
    why: 'Backends differ in energy, so a result names the one that ran.',
    mend: 'Measure again with the planned backend.',
    run: ({ record }) => {
      const id = record.software.backend.split('@')[0];
      return id === record.plan.backend.id
        ? pass(`${record.software.backend} ran.`)
        : fail(`${record.software.backend} ran where ${record.plan.backend.id} was planned.`);
    },
  },
  {
    code: 'R-software-worker',
    effect: 'invalid',
    reads: 'record',
    title: "The backend's version is not on the policy's deny list.",
    why: 'A version with a known defect gives figures that cannot be trusted.',
    mend: 'Measure again with a newer version.',
    run: ({ record, policy }) =>
      policy.workers.denied.includes(record.software.backend)
        ? fail(`The policy does not trust ${record.software.backend}.`)
        : pass(`${record.software.backend} is not denied.`),
  },
  {
    code: 'R-software-isolation',
    effect: 'unofficial',
    reads: 'record',
    title: 'The model ran in a sandbox.',
    why: 'A model that reaches the host could reach the meters, too.',
    mend: 'Run with docker or bubblewrap.',
    run: ({ record }) =>
      record.software.isolation === 'none'
        ? fail('The model ran without a sandbox.')
        : pass(`The model ran in ${record.software.isolation}.`),
  },
  {
    code: 'R-software-container',
    effect: 'unofficial',
    reads: 'record',
    title: "A container's image is named by its digest, and is one that the policy trusts.",
    why: 'A tag can move; only a digest says what ran.',
    mend: 'Run an image that the policy lists under workers.containers, by its digest.',
    run: ({ record: { software }, policy }) => {
      if (software.isolation !== 'docker') return skip('No container ran.');
      if (software.container === null) return fail("The container's image has no digest.");
      const { containers } = policy.workers;
      if (containers.length === 0) return pass('The image is named by its digest.');
      return containers.includes(software.container) ? pass('The policy trusts the image.') : fail('The policy does not list the image.');
    },
  },
];
