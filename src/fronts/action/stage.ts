import { failStep } from './github-job.ts';
import { runStageAction } from './stage-run.ts';

await runStageAction().catch(failStep);
