import { webhookSecret } from '@/lib/testing/back-office-world';
import { connectorKit } from '@/lib/testing/connector-kit';
import { startOffice } from '@/lib/testing/offices/office-process';

connectorKit('bundle push', async () => {
  const office = await startOffice('push-office', { WEBHOOK_SECRET: webhookSecret });
  return {
    office,
    row: {
      connector: 'bundle-push',
      connectorSettings: { hasCaseSource: true },
      webhookUrl: await office.ask<string>('address'),
    },
    settle: async () => {},
    stop: office.stop,
  };
}, ['away', 'hangs', 'fails', 'babbles', 'forgets-to-answer']);
