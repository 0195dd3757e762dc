import { connectorKit, webFaults } from '@/lib/testing/connector-kit';
import { startCallingOffice } from '@/lib/testing/offices/calling-office';

connectorKit(
  'bundle push',
  (system) =>
    startCallingOffice('push-office', system, (webhookUrl) => ({
      connector: 'bundle-push',
      connectorSettings: { hasCaseSource: true },
      webhookUrl,
    })),
  webFaults,
);
