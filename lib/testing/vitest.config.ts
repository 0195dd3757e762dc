import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testSettings } from './settings';

const root = fileURLToPath(new URL('../..', import.meta.url));
const never = ['**/node_modules/**', '**/.next/**', '.data/**', 'e2e/**'];

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // Its whole purpose is to fail outside a server bundle; tests are neither bundle nor browser.
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    env: testSettings(),
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['**/*.db.test.ts'],
          exclude: never,
          globalSetup: ['lib/testing/database-server.ts'],
          setupFiles: ['lib/testing/database-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
