/** The floors of src/: imports go down only. */
const ADAPTERS = [
  'energy',
  'hardware',
  'hub',
  'datasets',
  'backends',
  'sandbox',
  'bundle',
  'submissions',
  'evidence',
  'results-repo',
  'render',
  'github',
];
const adapters = `^src/(${ADAPTERS.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'The domain does no I/O: it imports itself, the schemas, a hash, and pure libraries.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^(node:)?crypto$', '^schemas/', 'node_modules/(yaml|canonicalize|ajv)/'] },
    },
    {
      name: 'ports-are-types',
      comment: 'Ports know the domain alone.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: ['^src/ports/', '^src/domain/'] },
    },
    {
      name: 'adapters-stand-alone',
      comment: 'An adapter is one outside thing: it imports no other adapter, no stage, no front.',
      severity: 'error',
      from: { path: adapters },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/ports/', '^src/version.ts$', '^src/$1/'] },
    },
    {
      name: 'stages-know-no-front',
      severity: 'error',
      from: { path: '^src/stages/' },
      to: { path: '^src/fronts/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'benchmark-holds-no-github-client',
      comment: 'What runs on the GPU machine must not be able to write to GitHub.',
      severity: 'error',
      from: { path: '^src/fronts/action/benchmark' },
      to: { reachable: true, path: 'node_modules/(octokit|@octokit|@actions/github)/' },
    },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, moduleSystems: ['es6'] },
};
