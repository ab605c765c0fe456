import { failStep } from './github-job.ts';
import { runReportAction } from './report-run.ts';

await runReportAction().catch(failStep);
