import { runGateAction } from './gate-run.ts';
import { failStep } from './github-job.ts';

await runGateAction().catch(failStep);
