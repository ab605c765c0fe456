import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { hubDatasets } from '../../src/hub/hub-datasets.ts';
import { hubModel } from '../../src/hub/hub-models.ts';
import { folderOf } from '../support/folders.ts';
import { accessTo, llamaRequest, TRANSFORMERS } from '../support/hub-requests.ts';
import { startHub } from '../support/hub-server.ts';
import { pythonWith } from '../support/python.ts';
import { COMMIT, llama, pipeline, shardedLlama } from '../support/transformers-models.ts';

/** What Python's own library finds in a cache, offline, and whether safetensors can read the weights. */
const PROGRAM = `
import hashlib, json, os, sys
from huggingface_hub import scan_cache_dir, snapshot_download, try_to_load_from_cache
cache, revision, requests = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
found = {}
for repo_id, repo_type in requests:
    folder = snapshot_download(repo_id, repo_type=repo_type, revision=revision, local_files_only=True, cache_dir=cache)
    files = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            files[os.path.relpath(path, folder)] = hashlib.sha256(open(path, "rb").read()).hexdigest()
    found[repo_id] = {"folder": folder, "files": files}
scan = scan_cache_dir(cache)
print(json.dumps({
    "found": found,
    "config": try_to_load_from_cache("someone/llama", "config.json", cache_dir=cache, revision=revision),
    "warnings": [str(warning) for warning in scan.warnings],
    "repositories": sorted(repo.repo_id for repo in scan.repos),
    "incomplete": len(scan.incomplete_files) if hasattr(scan, "incomplete_files") else 0,
}))
`;

describe('the Hub’s own Python library', () => {
  test('finds everything that was downloaded, offline and without a warning', async () => {
    const python = await pythonWith('huggingface_hub==2.4.0');
    const parquet = { kind: 'dataset', id: 'someone/texts', commit: COMMIT, files: { 'train.parquet': Buffer.from('PAR1') } } as const;
    await using hub = await startHub([llama(), shardedLlama(), pipeline(), parquet]);
    await using cache = await folderOf();
    const access = accessTo(hub);
    const models = [
      await hubModel(llamaRequest(cache.path), access),
      await hubModel(llamaRequest(cache.path, { id: 'someone/sharded' }), access),
      await hubModel(llamaRequest(cache.path, { id: 'someone/painter', format: { ...TRANSFORMERS, task: 'text-to-image' } }), access),
    ];
    await hubDatasets({ cacheFolder: cache.path, maximumCacheBytes: 1e9 }, access).open('someone/texts', COMMIT, 'train.parquet');
    const requests = [
      ['someone/llama', 'model'],
      ['someone/sharded', 'model'],
      ['someone/painter', 'model'],
      ['someone/texts', 'dataset'],
    ];
    const { stdout } = await promisify(execFile)(python, ['-c', PROGRAM, cache.path, COMMIT, JSON.stringify(requests)], {
      env: { PATH: process.env.PATH, HOME: cache.path, HF_HUB_OFFLINE: '1' },
    });
    const told = JSON.parse(stdout) as {
      found: Record<string, { folder: string; files: Record<string, string> }>;
      config: string;
      warnings: string[];
      repositories: string[];
      incomplete: number;
    };
    models.forEach((model, index) => {
      const { folder, files } = told.found[requests[index]?.[0] ?? ''] ?? { folder: '', files: {} };
      expect(folder).toBe(model.folder);
      expect(files).toEqual(Object.fromEntries(model.files.map(({ path, sha256 }) => [path, sha256])));
    });
    expect(Object.keys(told.found['someone/texts']?.files ?? {})).toEqual(['train.parquet']);
    expect(told.config).toBe(join(models[0]?.folder ?? '', 'config.json'));
    expect(told).toMatchObject({
      warnings: [],
      incomplete: 0,
      repositories: ['someone/llama', 'someone/painter', 'someone/sharded', 'someone/texts'],
    });
  });
});
