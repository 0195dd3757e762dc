import { scopes } from '@/lib/back-office/domain/scopes';
import { webhookSecretContext } from '@/lib/back-office/domain/system-secrets';
import { newId } from '@/lib/kernel/ids';
import { seal, sha256 } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { TENANT } from './resident-acts';

export interface ConnectedSystem {
  id: string;
  clientId: string;
  clientSecret: string;
  webhookSecret: string;
}

/** A case system of a measurement's own, which alone serves these services. */
export async function connectSystem(system: {
  name: string;
  connector: 'reference' | 'bundle-push';
  services: string[];
  address: string;
}): Promise<ConnectedSystem> {
  const [id, clientId, clientSecret] = [newId(), `bench-${newId()}`, newId()];
  const webhookSecret = `whsec_${Buffer.from(newId()).toString('base64')}`;
  await write({ tenantId: TENANT }, (tx) =>
    tx.backOfficeSystem.create({
      data: {
        tenantId: TENANT,
        id,
        name: system.name,
        clientId,
        clientSecretHash: sha256(clientSecret),
        scopes: Object.keys(scopes),
        services: system.services,
        connector: system.connector,
        webhookUrl: system.address,
        webhookSecretSealed: seal(webhookSecret, webhookSecretContext(TENANT, id)),
      },
    }),
  );
  return { id, clientId, clientSecret, webhookSecret };
}
