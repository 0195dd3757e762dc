import { connectorKit, webFaults } from '@/lib/testing/connector-kit';
import { startCallingOffice } from '@/lib/testing/offices/calling-office';

connectorKit(
  'reference',
  (system) =>
    startCallingOffice('reference-office', system, (address) => ({
      connector: 'reference',
      connectorSettings: { sourceUrl: address },
      webhookUrl: `${address}/webhooks`,
    })),
  webFaults,
);
