import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseSettings, withClient } from './database';
import { portsFrom } from './ports';
import { PlainError } from './progress';
import { runningPort } from './run-note';
import { ensureSecrets } from './secrets';
import { demoSettings, requireGoodSettings } from './settings';

/**
 * Gives a command beside the portal the portal's own settings: from the environment and .env in production, and from
 * the data folder of the demo that runs. A demo's own database is only there while the demo is.
 */
export async function takeOwnSettings(): Promise<void> {
  await readOwnSettings();
  requireGoodSettings(process.env);
  // Asked once beforehand: that it doesn't answer is said in a sentence.
  if (process.env.DATABASE_APP_URL) await withClient(process.env.DATABASE_APP_URL, async () => {});
}

async function readOwnSettings(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  if (process.env.APP_ENV === 'production') {
    Object.assign(process.env, databaseSettings(process.env.DATABASE_URL));
    return;
  }
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const port = await runningPort(dataDir);
  if (port === undefined && !process.env.DATABASE_URL && !process.env.DATABASE_APP_URL) {
    throw new PlainError(
      `Mina sidor körs inte från ${dataDir}. Starta med npm start i ett annat fönster, eller ange DATABASE_URL.`,
    );
  }
  const ports = portsFrom(port ?? Number(process.env.PORT ?? 3000));
  const secrets = await ensureSecrets(dataDir);
  const own = new URL(`postgresql://127.0.0.1:${ports.postgres}/minasidor`);
  own.username = 'minasidor_owner';
  own.password = secrets.POSTGRES_OWNER_PASSWORD;
  Object.assign(
    process.env,
    await demoSettings(ports, dataDir, secrets),
    databaseSettings(process.env.DATABASE_URL ?? own.href, secrets.DATABASE_ROLE_SECRET),
    { APP_ENV: 'demo', DATA_DIR: dataDir },
  );
}
