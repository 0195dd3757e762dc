import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    // A process of its own for each file would cost more than what most of them test (fresh-modules.ts).
    isolate: false,
    setupFiles: ['lib/testing/fresh-modules.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, '**/*.db.test.ts'],
          // Some go through hundreds of answers; on a machine that does other things too they take their time.
          testTimeout: 30_000,
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
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

/**
 * Settings for tests without the demo world: keys made up for this run, and addresses where nobody answers, so that
 * a test that reaches out by mistake fails at once. The database's address is added by database-setup.ts.
 */
function testSettings(): Record<string, string> {
  const nobody = '127.0.0.1:9';
  return {
    APP_ENV: 'test',
    PUBLIC_SCHEME: 'http',
    LOG_LEVEL: 'error',
    TZ: 'UTC',
    DATABASE_APP_URL: `postgresql://nobody@${nobody}/none`,
    DATA_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LOOKUP_KEY: randomBytes(32).toString('base64'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    BANKID_API_URL: `https://${nobody}/rp/v6.0/`,
    BANKID_PFX_FILE: 'none.p12',
    BANKID_PFX_PASSPHRASE: 'none',
    BANKID_CA_FILE: 'none.pem',
    BROKER_ISSUER: `http://${nobody}`,
    BROKER_CLIENT_ID: 'test',
    BROKER_CLIENT_SECRET: randomBytes(16).toString('base64url'),
    REGISTER_URL: `http://${nobody}`,
    REGISTER_TOKEN: randomBytes(16).toString('base64url'),
    SMTP_URL: `smtp://${nobody}`,
    MAIL_FROM: 'Mina sidor <mina-sidor@example.test>',
    SMS_GATEWAY_URL: `http://${nobody}/messages`,
    SMS_GATEWAY_TOKEN: randomBytes(16).toString('base64url'),
  };
}
