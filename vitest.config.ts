import { defineConfig } from 'vitest/config';

/** The same sandbox on every machine: tests of another one name it. */
const env = { AI_ENERGY_SCORE_SANDBOX: 'none' };

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/integration/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          env,
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
