import { randomBytes } from 'node:crypto';
import { webhookSecretContext } from '@/lib/back-office/domain/system-secrets';
import { openText, seal } from '@/lib/platform/crypto';
import type { Prisma, PrismaClient } from '@/lib/platform/generated/client';
import { PlainError } from './progress';
import type { SystemFile } from './system-file';

export interface Connected {
  isNew: boolean;
  /** where one was made: shown once, and kept sealed */
  newSecret: string | null;
}

/**
 * Connects a system to a municipality, or changes how it is connected: it is known by its client id. Keys are added or
 * given an end; one that the file leaves out stays. Run twice it changes nothing.
 * @param db as the database's owner: nobody else may say who uses the API
 */
export async function connectSystem(
  db: PrismaClient,
  tenantId: string,
  { clientId, address, keys, connectorSettings, shownAs, ...facts }: SystemFile,
): Promise<Connected> {
  await requireServices(db, tenantId, facts.services);
  const known = await db.backOfficeSystem.findUnique({ where: { clientId } });
  if (known && known.tenantId !== tenantId)
    throw new PlainError(`Another municipality has a system with the client id ${clientId}. Choose another.`);
  const webhookUrl = address ?? null;
  const data = {
    ...facts,
    connectorSettings: connectorSettings as Prisma.InputJsonObject,
    webhookUrl,
    ...(shownAs && { shownAs }),
    // What was shown at the address it had says nothing of the new one.
    ...(known?.webhookUrl !== webhookUrl && {
      certificateEndsAt: null,
      certificateReadAt: null,
      certificateAskedAt: null,
    }),
  };
  const { id } = known
    ? await db.backOfficeSystem.update({ where: { clientId }, data })
    : await db.backOfficeSystem.create({ data: { ...data, tenantId, clientId } });
  for (const { kid, jwk, expiresAt } of keys) {
    const key = { jwk: jwk as Prisma.InputJsonObject, expiresAt: expiresAt ? new Date(expiresAt) : null };
    await db.backOfficeKey.upsert({
      where: { tenantId_systemId_kid: { tenantId, systemId: id, kid } },
      create: { tenantId, systemId: id, kid, ...key },
      update: key,
    });
  }
  const needsSecret = address !== undefined && !known?.webhookSecretSealed;
  return { isNew: !known, newSecret: needsSecret ? await keepSecret(db, { tenantId, id }, []) : null };
}

/**
 * A new secret to sign with. Until the old one is dropped each message is signed with both, so that the system can take
 * the new one into use when it likes.
 */
export async function renewSecret(db: PrismaClient, tenantId: string, clientId: string): Promise<string> {
  const { id, secrets } = await systemOf(db, tenantId, clientId);
  const [latest] = secrets;
  return keepSecret(db, { tenantId, id }, latest ? [latest] : []);
}

/** @returns false where there is only one */
export async function dropOldSecret(db: PrismaClient, tenantId: string, clientId: string): Promise<boolean> {
  const { id, secrets } = await systemOf(db, tenantId, clientId);
  const [latest, ...old] = secrets;
  if (!latest || old.length === 0) return false;
  await sealSecrets(db, { tenantId, id }, [latest]);
  return true;
}

async function systemOf(
  db: PrismaClient,
  tenantId: string,
  clientId: string,
): Promise<{ id: string; secrets: string[] }> {
  const system = await db.backOfficeSystem.findUnique({ where: { clientId, tenantId } });
  if (!system) throw new PlainError(`${tenantId} has no system with the client id ${clientId}.`);
  const { id, webhookSecretSealed: sealed } = system;
  const secrets = sealed ? openText(sealed, webhookSecretContext(tenantId, id)).split(' ') : [];
  return { id, secrets };
}

async function keepSecret(
  db: PrismaClient,
  system: { tenantId: string; id: string },
  former: readonly string[],
): Promise<string> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await sealSecrets(db, system, [secret, ...former]);
  return secret;
}

const sealSecrets = (
  db: PrismaClient,
  { tenantId, id }: { tenantId: string; id: string },
  secrets: readonly string[],
): Promise<unknown> =>
  db.backOfficeSystem.update({
    where: { tenantId_id: { tenantId, id } },
    data: { webhookSecretSealed: seal(secrets.join(' '), webhookSecretContext(tenantId, id)) },
  });

async function requireServices(db: PrismaClient, tenantId: string, slugs: readonly string[]): Promise<void> {
  const services = await db.service.findMany({ where: { tenantId }, select: { slug: true } });
  const known = services.map(({ slug }) => slug);
  const unknown = slugs.filter((slug) => !known.includes(slug));
  if (unknown.length > 0)
    throw new PlainError(
      `${tenantId} has no service called ${unknown.join(', ')}. It has: ${known.sort().join(', ')}.`,
    );
}
