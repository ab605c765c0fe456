import { operatorFault } from '../../domain/errors.ts';
import { visible } from '../../domain/submission/hostile-characters.ts';
import { planMirror, pushMirror } from '../../hub/hub-mirror.ts';
import { MIRRORED_FOLDERS, mirrorFiles } from '../../stages/mirror.ts';
import { type Command, JSON_OPTION } from '../command.ts';
import { readResults } from '../results-folder.ts';
import { hubAccess } from '../sources.ts';

/** Names of the Hub. */
const DATASET = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95}$/;

/** Mirrors a results repository's data to a data set on the Hugging Face Hub. */
export const mirror: Command = {
  name: 'mirror',
  summary: "Mirror a results repository's data to a data set on the Hugging Face Hub, with the token in HF_TOKEN.",
  arguments: 'DIR --repo ORG/NAME',
  options: {
    repo: { type: 'string', placeholder: 'ORG/NAME', description: 'The data set, made where there is none.' },
    'dry-run': { type: 'boolean', description: 'Only say what would be written and removed.' },
    json: JSON_OPTION,
  },
  async run(context) {
    const [folder, ...more] = context.positionals;
    const id = context.text('repo') ?? '';
    if (folder === undefined || more.length > 0) throw operatorFault('mirror takes one results repository.', { code: 'usage' });
    if (!DATASET.test(id))
      throw operatorFault(`${JSON.stringify(id)} names no data set.`, { code: 'usage', mend: 'Name it by --repo ORG/NAME.' });
    const results = await readResults(folder);
    const snapshot = await results.snapshot();
    const wanted = { id, files: await mirrorFiles(snapshot, results.policy), folders: MIRRORED_FOLDERS };
    const access = { ...hubAccess(), signal: context.signal };
    const plan = await planMirror(access, wanted);
    const dry = context.flag('dry-run');
    const title = snapshot.commit === null ? 'Mirror the results' : `Mirror the results of ${snapshot.commit.slice(0, 12)}`;
    const commit = dry ? null : await pushMirror(access, wanted, plan, title);
    const [write, remove] = dry ? ['to write', 'to remove'] : ['written', 'removed'];
    context.answer(`${visible(id)}: ${plan.write.length} ${write}, ${plan.remove.length} ${remove}, ${plan.unchanged} as they were.\n`);
    if (context.flag('json')) context.print(`${JSON.stringify({ dataset: id, dryRun: dry, commit, ...plan }, null, 2)}\n`);
    return 0;
  },
};
