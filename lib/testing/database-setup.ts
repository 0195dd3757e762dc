import { afterAll, inject } from 'vitest';
import { roleUrl } from '@/scripts/lib/database';
import { copyTemplate } from './test-server';

// Each test file gets a database of its own, so that files can't disturb each other; within a file, tests see what the
// ones before them left, as in life.
const server = inject('testServer');
const name = `test_${process.env.VITEST_POOL_ID}`;
const databaseUrl = await copyTemplate(server.superuserUrl, server.ownerPassword, name);
process.env.DATABASE_URL = databaseUrl;
process.env.DATABASE_APP_URL = roleUrl(databaseUrl, 'minasidor_app', server.roleSecret);
process.env.DATABASE_WORKER_URL = roleUrl(databaseUrl, 'minasidor_worker', server.roleSecret);

afterAll(async () => {
  const { disconnect } = await import('@/lib/platform/db');
  await disconnect();
});
