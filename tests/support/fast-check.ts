import fc from 'fast-check';

/**
 * The same cases in every run, so that a run can be repeated; FAST_CHECK_SEED=random, or a number, tries others.
 * What another seed finds is told with its seed, and becomes a case of its own.
 */
const { FAST_CHECK_SEED: asked = '20250206' } = process.env;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });

export { fc };
