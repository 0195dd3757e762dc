import type { TestProject } from 'vitest/node';
import { prepareTemplate, startTestServer, type TestServer } from './test-server';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: Pick<TestServer, 'superuserUrl' | 'roleSecret' | 'ownerPassword'>;
  }
}

/** Once for all database tests: a PostgreSQL of our own with one migrated database, of which each file gets a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  // Sealed reference data must open under the keys that the tests run with.
  await prepareTemplate(server, project.config.env as Record<string, string>);
  const { superuserUrl, roleSecret, ownerPassword } = server;
  project.provide('testServer', { superuserUrl, roleSecret, ownerPassword });
  return server.stop;
}
