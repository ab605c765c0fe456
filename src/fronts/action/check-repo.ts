import * as core from '@actions/core';
import { messageOf } from '../../domain/errors.ts';
import { defused } from '../../render/log.ts';
import { runCheckRepoAction } from './check-repo-run.ts';

await runCheckRepoAction().catch((thrown: unknown) => core.setFailed(defused(messageOf(thrown))));
