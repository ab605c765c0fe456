import { failStep } from './github-job.ts';
import { runValidateAction } from './validate-run.ts';

await runValidateAction().catch(failStep);
