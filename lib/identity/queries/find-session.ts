import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { openJson, sha256 } from '@/lib/platform/crypto';
import { Prisma, readRows } from '@/lib/platform/db';
import { type PersonName, personContext } from '../domain/person-seals';
import { isInForce, type SessionTimes } from '../domain/session-limits';

export interface SessionInForce extends SessionTimes {
  actor: ResidentActor;
  name: PersonName;
  /** the language the person has chosen */
  language: string;
}

interface Row extends SessionTimes {
  id: string;
  personId: string;
  nameSealed: Uint8Array;
  language: string;
}

/**
 * The session a browser's token opens, or null when there is none in force: unknown, ended, idle too long, too old.
 * Each page view asks this, so it is one statement by a unique index, with what the page's frame shows of the person.
 */
export async function findSession(
  tenantId: string,
  token: string,
  now: Date,
): Promise<SessionInForce | null> {
  const rows = await readRows<Row>({ tenantId }, sessionStatement(tenantId, token));
  const row = rows[0];
  if (!row || !isInForce(row, now)) return null;
  const { id, personId, nameSealed, language, ...times } = row;
  return {
    ...times,
    language,
    actor: { kind: 'resident', tenantId, personId, sessionId: id },
    name: openJson<PersonName>(nameSealed, personContext('name', tenantId, personId)),
  };
}

/** The statement itself; the measurements run the same on a bare server. */
export const sessionStatement = (tenantId: string, token: string): Prisma.Sql => Prisma.sql`
  select s.id, s.person_id as "personId", s.created_at as "createdAt", s.last_seen_at as "lastSeenAt",
         s.idle_expires_at as "idleExpiresAt", s.absolute_expires_at as "absoluteExpiresAt",
         s.ended_at as "endedAt", p.name_sealed as "nameSealed", p.language
    from auth_session s
    join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
   where s.tenant_id = ${tenantId} and s.token_hash = ${sha256(token)}`;
