import { failStep } from './github-job.ts';
import { runPublishAction } from './publish-run.ts';

await runPublishAction().catch(failStep);
