import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const down = { status: 'down', database: 'down', worker: 'down', version: expect.any(String) };

async function healthAt(address: string) {
  vi.resetModules();
  vi.stubEnv('DATABASE_APP_URL', `postgresql://nobody@${address}/none`);
  // A client of an earlier module registry would still ask the earlier address.
  const { disconnect } = await import('./db');
  await disconnect();
  const { getHealth } = await import('./health');
  return getHealth();
}

describe('health', () => {
  let silent: Server;
  beforeEach(async () => {
    vi.stubEnv('LOG_LEVEL', 'error');
    silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    silent.close();
  });

  it('says that the database is away', async () => {
    expect(await healthAt('127.0.0.1:9')).toEqual(down);
  });

  it('does not wait for a database that takes the call and says nothing', async () => {
    const startedAt = performance.now();
    const { port } = silent.address() as { port: number };
    expect(await healthAt(`127.0.0.1:${port}`)).toEqual(down);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
