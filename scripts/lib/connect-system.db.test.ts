import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { webhookSecretContext } from '@/lib/back-office/domain/system-secrets';
import { isGenuineWebhook, signWebhook } from '@/lib/back-office/domain/webhook-signature';
import { newId } from '@/lib/kernel/ids';
import { openText } from '@/lib/platform/crypto';
import { PrismaClient } from '@/lib/platform/generated/client';
import { ownerUrl } from '@/lib/testing/test-database';
import { connectSystem, dropOldSecret, renewSecret } from './connect-system';
import { readSystemFile, type SystemFile } from './system-file';

const tenantId = 'granvik';
const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl(), max: 2 }) });
let clientId: string;
beforeEach(() => {
  clientId = `system-${newId()}`;
});
afterAll(() => db.$disconnect());

const file = (more: object = {}): SystemFile => {
  const read = readSystemFile(
    JSON.stringify({
      clientId,
      name: 'Omsorgssystemet',
      address: 'https://omsorg.example/webhooks',
      scopes: ['deliveries.read'],
      services: ['sarskilt-boende'],
      keys: [
        {
          kid: '2026',
          jwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
        },
      ],
      ...more,
    }),
  );
  if (!read.ok) throw new Error(read.problems.join());
  return read.system;
};
const kept = () => db.backOfficeSystem.findUniqueOrThrow({ where: { clientId }, include: { keys: true } });
const secretsNow = async () => {
  const { id, webhookSecretSealed } = await kept();
  return openText(webhookSecretSealed ?? Buffer.alloc(0), webhookSecretContext(tenantId, id));
};

describe('connecting a system', () => {
  it('keeps it, with its key and a secret that is told once', async () => {
    const first = await connectSystem(db, tenantId, file());
    expect(first).toEqual({ isNew: true, newSecret: expect.stringMatching(/^whsec_/) });
    expect(await kept()).toMatchObject({
      tenantId,
      connector: 'reference',
      keys: [{ kid: '2026', expiresAt: null }],
    });
    expect(await secretsNow()).toBe(first.newSecret);
    expect(await connectSystem(db, tenantId, file())).toEqual({ isNew: false, newSecret: null });
    expect(await secretsNow()).toBe(first.newSecret);
  });

  it('forgets what certificate was shown where it is no longer called, and no other', async () => {
    await connectSystem(db, tenantId, file());
    const read = {
      certificateEndsAt: new Date(),
      certificateReadAt: new Date(),
      certificateAskedAt: new Date(),
    };
    await db.backOfficeSystem.update({ where: { clientId }, data: read });
    await connectSystem(db, tenantId, file({ name: 'Nytt namn' }));
    expect(await kept()).toMatchObject(read);
    await connectSystem(db, tenantId, file({ address: 'https://ny.omsorg.example/webhooks' }));
    expect(await kept()).toMatchObject({
      certificateEndsAt: null,
      certificateReadAt: null,
      certificateAskedAt: null,
    });
  });

  it('changes what the file changes: the next key beside the old one, which gets an end', async () => {
    await connectSystem(db, tenantId, file());
    const [old] = file().keys;
    const keys = [
      { ...old, expiresAt: '2026-12-31T00:00:00Z' },
      { ...old, kid: '2027' },
    ];
    await connectSystem(db, tenantId, file({ name: 'Nytt namn', active: false, keys }));
    const { name, active, keys: now } = await kept();
    expect({ name, active }).toEqual({ name: 'Nytt namn', active: false });
    expect(now.map(({ kid, expiresAt }) => [kid, expiresAt?.toISOString()])).toEqual([
      ['2026', '2026-12-31T00:00:00.000Z'],
      ['2027', undefined],
    ]);
  });

  it('needs no secret where the system is never called', async () => {
    const system = file({
      address: undefined,
      connector: 'file-drop',
      connectorSettings: { folder: 'bygglov' },
    });
    expect(await connectSystem(db, tenantId, system)).toEqual({ isNew: true, newSecret: null });
  });

  it('is refused for a service that the municipality does not have, and for another’s client id', async () => {
    await expect(connectSystem(db, tenantId, file({ services: ['rymdfart'] }))).rejects.toThrow('rymdfart');
    await connectSystem(db, tenantId, file());
    await expect(connectSystem(db, 'ekhamn', file())).rejects.toThrow('Another municipality');
  });
});

describe('a new secret', () => {
  it('signs beside the old one until that is dropped', async () => {
    const { newSecret: old } = await connectSystem(db, tenantId, file());
    const next = await renewSecret(db, tenantId, clientId);
    const at = new Date();
    const both = signWebhook(await secretsNow(), 'id', at, '{}');
    expect(isGenuineWebhook(old ?? '', both, at, '{}')).toBe(true);
    expect(isGenuineWebhook(next, both, at, '{}')).toBe(true);

    expect(await dropOldSecret(db, tenantId, clientId)).toBe(true);
    const one = signWebhook(await secretsNow(), 'id', at, '{}');
    expect(isGenuineWebhook(old ?? '', one, at, '{}')).toBe(false);
    expect(isGenuineWebhook(next, one, at, '{}')).toBe(true);
    expect(await dropOldSecret(db, tenantId, clientId)).toBe(false);
  });

  it('is not made for a system that is not there', async () => {
    await expect(renewSecret(db, tenantId, 'nobody')).rejects.toThrow('no system');
  });
});
