#!/usr/bin/env node
/** The program's front door: it says which Node.js it needs before an older one stumbles over the rest. */
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `error[node-version]: ai-energy-score needs Node.js ${NEEDED} or later; this is ${process.versions.node}.\n  help: In a checkout, npm ci brings it: npm run -s cli -- COMMAND\n`,
  );
  process.exitCode = 2;
} else {
  await import('./cli-main.ts');
}
