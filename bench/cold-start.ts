/**
 * Cold start of every action: from starting Node.js to the fault of a missing input or event, after the whole bundle was
 * loaded. Beside them an empty program, and bundles of the same dependencies made without care: everything imported at
 * once, schemas compiled at run time, nothing left out. Interleaved, so that all see the same machine.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { median } from '../src/domain/statistics.ts';

const ROUNDS = 25;
const GOAL = 3.5;

const schema = (name: string) => `import ${name} from ${JSON.stringify(resolve(`schemas/${name}.schema.json`))};`;
const NAMES = ['plan', 'policy', 'submission', 'result'];
const naive = (...more: readonly (readonly [name: string, specifier: string])[]) => `
import * as core from '@actions/core';
import * as hub from '@huggingface/hub';
import { Ajv2020 } from 'ajv/dist/2020.js';
import canonicalize from 'canonicalize';
import * as yaml from 'yaml';
${more.map(([name, specifier]) => `import * as ${name} from ${JSON.stringify(specifier)};`).join('\n')}
${NAMES.map(schema).join('\n')}
const ajv = new Ajv2020({ allErrors: true, strict: false });
const schemas = [${NAMES.join(', ')}];
for (const schema of schemas) ajv.addSchema(schema);
for (const schema of schemas) ajv.getSchema(schema.$id);
globalThis.kept = [core, hub, yaml, canonicalize${more.map(([name]) => `, ${name}`).join('')}];
core.setFailed(core.getInput('submission') || 'missing');
`;

/** What the bot uses besides. */
const OF_THE_BOT = [
  ['octokit', '@octokit/core'],
  ['parquet', 'hyparquet'],
  ['parquetWriter', 'hyparquet-writer'],
] as const;

/** The actions, by their bundles. */
const ACTIONS = ['benchmark', 'benchmark-post', 'validate', 'gate', 'report', 'stage', 'publish', 'ledger', 'check-repo'] as const;

type Program = { name: string; script: string; milliseconds: number[]; residentMiB: number[] };

async function naiveBundle(folder: string, name: string, source: string): Promise<string> {
  // It has to lie in the repository for its imports to be found.
  const entry = resolve('bench', `.naive-${process.pid}.js`);
  await writeFile(entry, source);
  try {
    const build = await rolldown({ input: entry, platform: 'node' });
    const { output } = await build.generate({ format: 'esm', codeSplitting: false });
    const script = join(folder, `${name}.mjs`);
    await writeFile(script, output[0].code);
    return script;
  } finally {
    await rm(entry);
  }
}

/** Prints the table. */
export async function benchColdStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cold-start-'));
  try {
    const resident = join(folder, 'resident');
    const preload = join(folder, 'preload.cjs');
    await writeFile(
      preload,
      `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(resident)}, String(process.memoryUsage.rss())));`,
    );
    const bare = join(folder, 'bare.mjs');
    await writeFile(bare, '');
    const program = (name: string, script: string): Program => ({ name, script, milliseconds: [], residentMiB: [] });
    const programs = [
      program('bare Node.js', bare),
      ...ACTIONS.map((name) => program(name, resolve(`dist/${name}.js`))),
      program('naive, benchmark', await naiveBundle(folder, 'naive', naive())),
      program('naive, bot', await naiveBundle(folder, 'naive-bot', naive(...OF_THE_BOT))),
    ];
    const env = { PATH: process.env.PATH, GITHUB_WORKSPACE: folder };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { script, milliseconds, residentMiB } of programs) {
        const start = performance.now();
        spawnSync(process.execPath, [script], { env, stdio: 'ignore' });
        milliseconds.push(performance.now() - start);
        if (round > 2) continue;
        spawnSync(process.execPath, ['--require', preload, script], { env, stdio: 'ignore' });
        residentMiB.push(Number(readFileSync(resident, 'utf8')) / 1024 ** 2);
      }
    }
    const base = median(programs[0]?.milliseconds ?? []);
    console.log(`Cold start, median of ${ROUNDS} (goal: at most ${GOAL} times bare Node.js, what the sticky-comment action takes)`);
    for (const { name, script, milliseconds, residentMiB } of programs) {
      const size = ((await stat(script)).size / 1024).toFixed(0);
      console.log(
        `  ${name.padEnd(18)} ${median(milliseconds).toFixed(0).padStart(5)} ms  ${(median(milliseconds) / base).toFixed(2).padStart(5)} x  ${median(residentMiB).toFixed(0).padStart(4)} MiB resident  ${size.padStart(5)} KiB`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
