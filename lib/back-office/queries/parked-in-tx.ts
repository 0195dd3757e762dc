import 'server-only';
import { findPersonByLookupInTx, personLookup } from '@/lib/identity/api';
import { isId } from '@/lib/kernel/ids';
import { parseNationalId } from '@/lib/kernel/national-id';
import type { AdminActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { open } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { InboxMessage } from '@/lib/platform/generated/client';
import { findOwnerInTx } from '../access';
import { inboxBodyContext } from '../domain/inbox';

export interface Parked {
  message: InboxMessage;
  params: Readonly<Record<string, string>>;
  /** as it was sent, or as somebody has corrected it */
  sent: string;
  /** whom it is about, where that is known here */
  subjectPersonId: string | undefined;
}

/** A parked message of the municipality's, opened. Whoever does anything with one has read it. */
export async function getParkedInTx(tx: Tx, { tenantId }: AdminActor, id: string): Promise<Parked> {
  const message = isId(id)
    ? await tx.inboxMessage.findFirst({ where: { tenantId, id, state: 'parked' } })
    : null;
  if (!message?.bodySealed) throw notFound();
  const params = message.params as Record<string, string>;
  const sent = open(message.bodySealed, inboxBodyContext(tenantId, id)).toString('utf8');
  const owner = (await findOwnerInTx(tx, tenantId, params)) ?? (await findNamedInTx(tx, tenantId, sent));
  return { message, params, sent, subjectPersonId: owner ?? undefined };
}

/** Who is named in it, where she is known here. */
async function findNamedInTx(tx: Tx, tenantId: string, sent: string): Promise<string | null> {
  const { person } = JSON.parse(sent) as { person?: { personalNumber?: string } };
  const number = parseNationalId(person?.personalNumber ?? '', now());
  return number ? findPersonByLookupInTx(tx, tenantId, personLookup(tenantId, number)) : null;
}
