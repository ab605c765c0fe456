import { noSandbox } from '../../src/sandbox/none.ts';
import { testWhatAllKeep } from './promises.ts';

testWhatAllKeep(async () => ({ sandbox: noSandbox, program: { command: process.execPath, readable: [] } }));
