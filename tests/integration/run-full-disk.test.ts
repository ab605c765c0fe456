import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { processesIn, quickExamples } from '../support/quick-examples.ts';

/** Whether this user may mount a file system in a name space of its own. */
const mayMount = spawnSync('bash', ['-c', 'unshare -rm mount -t tmpfs tmpfs /tmp']).status === 0;

/** Mounts a small disk at $1, runs the rest of the arguments, lists what is on the disk, and ends as the command did. */
const ON_A_SMALL_DISK = 'mount -t tmpfs -o size="$1" tmpfs "$2" && out="$2" && shift 2 && "$@"; code=$?; ls -A "$out" >&2; exit $code';

describe.runIf(mayMount)('on a disk that fills up', () => {
  test.each([
    ['when the bundle is opened', '4k', 0],
    ['when the bundle is finished', '16k', 3600],
    ['while runs are kept', '24k', 0],
  ])('%s, the run ends with its code, and the disk holds no half record', async (_, size, checkpointAfterSeconds) => {
    await using own = await quickExamples();
    const policy = join(own.root, 'policy.yaml');
    await writeFile(
      policy,
      (await readFile(policy, 'utf8')).replace(/^run:\n/m, `run:\n  checkpointAfterSeconds: ${checkpointAfterSeconds}\n`),
    );
    const out = own.beside('disk');
    await mkdir(out);
    const cli = [process.execPath, resolve('src/fronts/cli.ts'), 'benchmark', own.submission('babbler-27k'), '--out', out, '--json'];
    const ended = spawnSync('bash', ['-c', 'exec unshare -rm bash -c "$@"', 'bash', ON_A_SMALL_DISK, 'bash', size, out, ...cli], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(ended.status, ended.stderr).toBe(2);
    const [{ errors }] = JSON.parse(ended.stdout).results;
    expect(['bundle-not-written', 'checkpoint-not-written']).toContain(errors[0].code);
    expect(errors[0].mend).toContain('has room');
    const left = ended.stderr.trimEnd().split('\n').at(-1) ?? '';
    expect(left).toMatch(/^(?: {2}help: .*|\.checkpoint-.*)$/);
    expect(await processesIn(own.root)).toEqual([]);
  });
});
