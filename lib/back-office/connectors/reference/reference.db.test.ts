import { startApi } from '@/lib/testing/api-server';
import { webhookSecret } from '@/lib/testing/back-office-world';
import { connectorKit } from '@/lib/testing/connector-kit';
import { startOffice } from '@/lib/testing/offices/office-process';

connectorKit(
  'reference',
  async (system) => {
    const api = await startApi('granvik');
    const office = await startOffice('reference-office', {
      API: api.url,
      CLIENT_ID: system.clientId,
      CLIENT_SECRET: system.clientSecret,
      WEBHOOK_SECRET: webhookSecret,
    });
    const address = await office.ask<string>('address');
    return {
      office,
      row: {
        connector: 'reference',
        connectorSettings: { sourceUrl: address },
        webhookUrl: `${address}/webhooks`,
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
