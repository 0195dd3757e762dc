import { startApi } from '../api-server';
import { type TestSystem, webhookSecret } from '../back-office-world';
import type { UnderTest } from '../connector-kit';
import { startOffice } from './office-process';

/** A stand-in that calls our API, and is called at an address of its own. */
export async function startCallingOffice(
  name: 'push-office' | 'reference-office',
  system: TestSystem,
  rowFor: (address: string) => UnderTest['row'],
): Promise<UnderTest> {
  const api = await startApi('granvik');
  const office = await startOffice(name, {
    API: api.url,
    CLIENT_ID: system.clientId,
    CLIENT_SECRET: system.clientSecret,
    WEBHOOK_SECRET: webhookSecret,
  });
  return {
    office,
    row: rowFor(await office.ask<string>('address')),
    settle: async () => {},
    say: (message) => office.ask('say', message),
    stop: async () => {
      await office.stop();
      await api.close();
    },
  };
}
