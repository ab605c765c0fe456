import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { operatorFault } from '../../domain/errors.ts';
import { defaultPolicy } from '../../domain/policy.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { packResult } from '../../stages/self-reported.ts';
import { checkFile } from '../checking.ts';
import { atLeastOne, type Command, JSON_OPTION } from '../command.ts';
import { invalidFault } from '../publication.ts';
import { readPolicy } from '../submissions-folder.ts';

/** Packs a result as the evidence of a self-reported submission. */
export const pack: Command = {
  name: 'pack',
  summary: 'Pack a result folder as the evidence of a self-reported submission, and print the lines that the submission needs.',
  arguments: 'RESULT_FOLDER --out FILE.tar.gz',
  options: {
    out: { type: 'string', placeholder: 'FILE.tar.gz', description: 'The archive to write. The same result gives the same bytes.' },
    policy: { type: 'string', placeholder: 'FILE', description: 'The policy to check the result with first. Default: the built-in one.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const [folder, ...more] = atLeastOne(context, 'result folder');
    if (folder === undefined || more.length > 0) throw operatorFault('pack takes one result folder.', { code: 'usage' });
    const out = context.text('out');
    if (out === undefined || !/\.(?:tar\.gz|tgz)$/.test(out))
      throw operatorFault('--out takes the name of the archive, ending in .tar.gz.', { code: 'usage', mend: 'Name the file to write.' });
    if (existsSync(out)) throw operatorFault(`${out} is there already.`, { code: 'usage', mend: 'Name a file that is not there yet.' });
    const policyFile = context.text('policy');
    const checked = await checkFile(folder, policyFile === undefined ? defaultPolicy() : await readPolicy(policyFile), null);
    if (checked.record === null || checked.verdict === 'invalid') throw invalidFault(checked);
    if (checked.bundleFolder === null)
      throw operatorFault(`${folder} holds no bundle.`, { code: 'bundle-missing', mend: 'Name the folder that the benchmark wrote.' });
    await makeFolder(dirname(out));
    const packed = await packResult(folder, out);
    const { model, revision } = { model: checked.record.plan.model.id, revision: checked.record.plan.model.revision };
    context.tell(`${packed.file}: ${packed.bytes} bytes, ${packed.names.length} files of ${model} at ${revision.slice(0, 12)}\n`);
    context.tell(
      'Upload it to a host that the policy lists, and add these lines, true as they are, to the submission that was measured:\n',
    );
    if (context.flag('json'))
      context.print(`${JSON.stringify({ file: packed.file, bytes: packed.bytes, sha256: packed.sha256, files: packed.names }, null, 2)}\n`);
    else context.print(submissionLines(packed.sha256));
    return 0;
  },
};

/** What a submission needs beside what was measured. */
const submissionLines = (sha256: string): string => `evidence:
  url: https://HOST/PATH.tar.gz
  sha256: ${sha256}
attestation:
  publicSharing: true # the energy figures may be shared in public
  dataIntegrity: true # the logs are accurate, unaltered, and come from the specified procedure
  modelRepresentation: true # the model was measured as it runs in production, quantisation included
`;
