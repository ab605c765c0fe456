import type { Reporter, TestModule } from 'vitest/node';

/** Closes a test run with `N passed, N failed` alone on a line (and `, N skipped` where tests were skipped). */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const broken = module.errors().length;
      count.failed += broken;
      for (const test of module.children.allTests()) {
        const result = test.result();
        count[result.state] += 1;
        if (result.state === 'skipped')
          process.stdout.write(`skipped: ${test.fullName}: ${result.note ?? 'left out of this run'}
`);
      }
    }
    count.failed += count.pending;
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}
