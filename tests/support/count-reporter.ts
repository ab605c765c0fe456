import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Longest reason that is shown of one failed test, in UTF-16 code units. */
const LONGEST_REASON = 2000;

/**
 * Closes a test run with what was skipped, what failed and why, and `N passed, N failed` alone on a line (and `, N skipped`
 * where tests were skipped): whoever sees the end of a log alone knows what went wrong.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const { message } of unhandled) tell(`failed: outside of any test: ${message}`);
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const { message } of module.errors()) tell(`failed: ${module.relativeModuleId}: ${message}`);
      for (const test of module.children.allTests()) {
        count[test.result().state] += 1;
        tellOf(test, module.relativeModuleId);
      }
    }
    count.failed += count.pending;
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    tell(`${count.passed} passed, ${count.failed} failed${skipped}`);
  }
}

function tellOf(test: TestCase, file: string): void {
  const result = test.result();
  if (result.state === 'skipped') tell(`skipped: ${test.fullName}: ${result.note ?? 'left out of this run'}`);
  if (result.state === 'pending') tell(`failed: ${file}: ${test.fullName}: it never ended`);
  if (result.state !== 'failed') return;
  const reasons = result.errors.map(({ message, diff }) => [message, diff].filter(Boolean).join('\n'));
  tell(`failed: ${file}: ${test.fullName}\n${reasons.join('\n').slice(0, LONGEST_REASON)}`);
}

const tell = (line: string): boolean => process.stdout.write(`${line}\n`);
