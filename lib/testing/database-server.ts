import type { TestProject } from 'vitest/node';
import { prepareTemplate, startTestServer } from './test-server';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { superuserUrl: string; roleSecret: string; ownerPassword: string };
  }
}

/** Once for all database tests: a PostgreSQL of our own with one migrated database, of which each file gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  // Sealed reference data must open under the keys that the tests run with.
  await prepareTemplate(server, project.config.env as Record<string, string>);
  const { roleSecret, ownerPassword } = server;
  project.provide('testServer', { superuserUrl: server.url('postgres'), roleSecret, ownerPassword });
  return server.stop;
}
