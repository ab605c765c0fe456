import manifest from '../package.json' with { type: 'json' };

/** This program's version, as in 0.1.0. */
export const VERSION: string = manifest.version;
