import { personContext, personLookupContext } from '@/lib/identity/domain/person-seals';
import { newSessionTimes } from '@/lib/identity/domain/session-limits';
import { newId } from '@/lib/kernel/ids';
import type { AdminActor, JobActor, NobodyActor, ResidentActor } from '@/lib/platform/actor';
import { lookupHash, newToken, seal, sealJson, sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import type { TenantProfile } from '@/lib/tenants/domain/tenant-profile';
import { forgetTenants } from '@/lib/tenants/queries/list-tenants';
import { tenants } from '@/prisma/seed/tenants';
import { asOwner } from './test-database';

// What tests with a database begin with: people, and who is asking. Everything is made up anew at each call.

export const aNobody = (tenantId: string): NobodyActor => ({ kind: 'nobody', tenantId });
export const anAdmin = (tenantId: string): AdminActor => ({
  kind: 'admin',
  tenantId,
  staffId: newId(),
  sessionId: newId(),
  name: 'Helena Strand',
});
export const aJob = (tenantId: string): JobActor => ({ kind: 'job', tenantId, job: 'test' });

export interface NewPerson {
  nationalId?: string;
  givenName?: string;
  surname?: string;
  protectedIdentity?: boolean;
  language?: string;
}

/** Gives the person's id. */
export async function createPersonInTx(tx: Tx, tenantId: string, person: NewPerson = {}): Promise<string> {
  const id = newId();
  // Long enough to be another's in every run; nothing that tests do with it needs it to be a real number.
  const nationalId = person.nationalId ?? `19${Math.floor(Math.random() * 1e10)}`.padEnd(12, '0');
  const { givenName = 'Vera', surname = 'Provsson', protectedIdentity = false, language = 'sv' } = person;
  await tx.person.create({
    data: {
      tenantId,
      id,
      nationalIdSealed: seal(nationalId, personContext('national-id', tenantId, id)),
      nationalIdLookup: lookupHash(nationalId, personLookupContext(tenantId)),
      nameSealed: sealJson({ givenName, surname }, personContext('name', tenantId, id)),
      protectedIdentity,
      language,
    },
    select: { id: true },
  });
  return id;
}

/** As the seed has them: how long a log-in lasts in the municipality. */
export function sessionRules(tenantId: string): TenantProfile['sessions'] {
  const tenant = tenants.find(({ id }) => id === tenantId);
  if (!tenant) throw new Error(`no municipality ${tenantId}`);
  return tenant.profile.sessions;
}

/** Where the municipality's meetings by video are from now on; null: it has no video service. */
export async function setVideoAddress(tenantId: string, address: string | null): Promise<void> {
  await asOwner((client) =>
    client.query(
      `update tenant set profile = case when $2::text is null then profile - 'videoAddress'
                                        else profile || jsonb_build_object('videoAddress', $2::text) end where id = $1`,
      [tenantId, address],
    ),
  );
  forgetTenants();
}

/** Gives the session's id and its token, which only the cookie knows. */
export async function createSessionInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
  at = new Date(),
): Promise<{ id: string; token: string }> {
  const session = { id: newId(), token: newToken() };
  await tx.authSession.create({
    data: {
      tenantId,
      id: session.id,
      tokenHash: sha256(session.token),
      personId,
      method: 'bankid',
      levelOfAssurance: 'test',
      issuer: 'test',
      device: 'Firefox, Linux',
      ...newSessionTimes(at, sessionRules(tenantId)),
    },
    select: { id: true },
  });
  return session;
}

/** Somebody who lives in the municipality and has just logged in. */
export const createResident = (tenantId: string, person: NewPerson = {}): Promise<ResidentActor> =>
  write({ tenantId }, async (tx) => {
    const personId = await createPersonInTx(tx, tenantId, person);
    const session = await createSessionInTx(tx, tenantId, personId);
    return { kind: 'resident', tenantId, personId, sessionId: session.id };
  });

/** She has told how she is reached besides: by telephone, and at another address for mail. */
export const hasTold = (
  { tenantId, personId }: { tenantId: string; personId: string },
  { phone = '070-123 45 67', email }: { phone?: string; email?: string } = {},
): Promise<object> =>
  write({ tenantId }, (tx) =>
    tx.person.update({
      where: { tenantId_id: { tenantId, id: personId } },
      data: {
        phoneSealed: seal(phone, personContext('phone', tenantId, personId)),
        ...(email && { emailSealed: seal(email, personContext('email', tenantId, personId)) }),
      },
      select: { id: true },
    }),
  );
