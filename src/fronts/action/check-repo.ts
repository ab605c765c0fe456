import { runCheckRepoAction } from './check-repo-run.ts';

await runCheckRepoAction();
