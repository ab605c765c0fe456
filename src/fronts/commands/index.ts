import type { Command } from '../command.ts';
import { benchmark } from './benchmark.ts';
import { check } from './check.ts';
import { checkRepo } from './check-repo.ts';
import { doctor } from './doctor.ts';
import { editionDiff } from './edition-diff.ts';
import { editionFreeze } from './edition-freeze.ts';
import { editionImport } from './edition-import.ts';
import { estimate } from './estimate.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { label } from './label.ts';
import { labelVerify } from './label-verify.ts';
import { leaderboardBuild } from './leaderboard-build.ts';
import { leaderboardServe } from './leaderboard-serve.ts';
import { mirror } from './mirror.ts';
import { pack } from './pack.ts';
import { publish } from './publish.ts';
import { rateCommand } from './rate.ts';
import { reportCommand } from './report.ts';
import { score } from './score.ts';
import { stateCommand } from './state.ts';
import { validate } from './validate.ts';

/** Every command of the command line, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  score,
  validate,
  estimate,
  benchmark,
  check,
  checkRepo,
  rateCommand,
  reportCommand,
  publish,
  stateCommand,
  label,
  labelVerify,
  leaderboardBuild,
  leaderboardServe,
  mirror,
  editionImport,
  editionFreeze,
  editionDiff,
  importCommand,
  pack,
  explainCommand,
  doctor,
  init,
];
