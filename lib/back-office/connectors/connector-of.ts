import 'server-only';
import type { z } from 'zod';
import { openText } from '@/lib/platform/crypto';
import { webhookSecretContext } from '../domain/system-secrets';
import { bundlePush, bundlePushSettings } from './bundle-push/bundle-push';
import type { Connector, ConnectorName, SystemAccess } from './connector';
import { fileDrop, fileDropSettings } from './file-drop/file-drop';
import { reference, referenceSettings } from './reference/reference';

/** A new connector is a folder beside these, and a line here. */
const connectors: Record<ConnectorName, (system: SystemAccess) => Connector> = {
  reference,
  'bundle-push': bundlePush,
  'file-drop': fileDrop,
};

/** What each takes as settings. */
export const settingsSchemas = {
  reference: referenceSettings,
  'bundle-push': bundlePushSettings,
  'file-drop': fileDropSettings,
} satisfies Record<ConnectorName, z.ZodType>;

/** A system as it is kept. */
interface SystemRow {
  tenantId: string;
  id: string;
  connector: string;
  connectorSettings: unknown;
  webhookUrl: string | null;
  webhookSecretSealed: Uint8Array | null;
}

/** @throws where a row's settings are not what its connector takes: the job then fails and shows */
export function connectorOf({
  tenantId,
  id,
  connector,
  connectorSettings,
  webhookUrl,
  webhookSecretSealed,
}: SystemRow): Connector {
  return connectors[connector as ConnectorName]({
    tenantId,
    id,
    address: webhookUrl,
    secret: webhookSecretSealed && openText(webhookSecretSealed, webhookSecretContext(tenantId, id)),
    settings: connectorSettings,
  });
}
