import { startApi } from '@/lib/testing/api-server';
import { webhookSecret } from '@/lib/testing/back-office-world';
import { connectorKit } from '@/lib/testing/connector-kit';
import { startOffice } from '@/lib/testing/offices/office-process';

connectorKit(
  'bundle push',
  async (system) => {
    const api = await startApi('granvik');
    const office = await startOffice('push-office', {
      API: api.url,
      CLIENT_ID: system.clientId,
      CLIENT_SECRET: system.clientSecret,
      WEBHOOK_SECRET: webhookSecret,
    });
    return {
      office,
      row: {
        connector: 'bundle-push',
        connectorSettings: { hasCaseSource: true },
        webhookUrl: await office.ask<string>('address'),
      },
      settle: async () => {},
      say: (message) => office.ask('say', message),
      stop: async () => {
        await office.stop();
        await api.close();
      },
    };
  },
  ['away', 'hangs', 'fails', 'babbles', 'forgets-to-answer'],
);
