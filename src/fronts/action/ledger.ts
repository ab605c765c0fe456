import { failStep } from './github-job.ts';
import { runLedgerAction } from './ledger-run.ts';

await runLedgerAction().catch(failStep);
