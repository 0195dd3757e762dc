import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { forbidden, invalid, notNow } from '@/lib/platform/errors';
import { may, visibleSessions } from '../access';
import type { ContactField } from '../domain/contact-change';
import { type ContactWays, contactWaysSchema } from '../domain/contact-ways';
import { personContext } from '../domain/person-seals';
import { isRecentLogIn } from '../domain/session-limits';
import { askForContactChangeInTx, closeContactChangesInTx } from './ask-for-contact-change-in-tx';
import { putContactWayInTx } from './put-contact-way-in-tx';

const fieldsOf = ['email', 'phone'] as const;

/**
 * Asks for other contact ways, soon after a log-in: whoever finds a page left open must not lead a person's notices
 * elsewhere. A new one counts when the code that is sent to it has been told (confirmContactChange), and until then the
 * one before does. Gives the changes that wait for their code; one that is taken away is gone at once.
 * @throws Invalid with a text per field; NotNow when the log-in is too old
 */
export async function changeContactWays(
  actor: ResidentActor,
  typed: { email: string; phone: string },
  { now = clock }: { now?: () => Date } = {},
): Promise<{ waiting: string[] }> {
  if (!may(actor, 'change-profile')) throw forbidden();
  const parsed = contactWaysSchema.safeParse(typed);
  if (!parsed.success)
    throw invalid(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
      'errors:Invalid',
    );
  const at = now();
  return write(actor, async (tx) => {
    const before = await waysInTx(tx, actor, at);
    const waiting: string[] = [];
    for (const field of fieldsOf) {
      const address = parsed.data[field];
      if (address === before[field]) await closeContactChangesInTx(tx, actor, field, at);
      else if (address !== null && isConfirmed(field))
        waiting.push(await askForContactChangeInTx(tx, actor, { field, address, now: at }));
      else {
        await closeContactChangesInTx(tx, actor, field, at);
        await putContactWayInTx(tx, actor, { field, address, now: at });
      }
    }
    return { waiting };
  });
}

/** Where no text message can be sent a number can't be confirmed; nor is it used for any, only for an officer who calls. */
const isConfirmed = (field: ContactField): boolean =>
  field === 'email' || env().SMS_GATEWAY_URL !== undefined;

/** The ways in use. The person's row is locked, so that two pages at once follow one another. */
async function waysInTx(tx: Tx, actor: ResidentActor, now: Date): Promise<ContactWays> {
  const { tenantId, personId } = actor;
  const session = await tx.authSession.findFirst({
    where: { ...visibleSessions(actor), id: actor.sessionId, endedAt: null },
    select: { createdAt: true },
  });
  if (!session || !isRecentLogIn(session, now)) throw notNow('errors:log-in-not-recent');
  await tx.$queryRaw`select 1 from person where tenant_id = ${tenantId} and id = ${personId}::uuid for update`;
  const person = await tx.person.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: personId } } });
  const opened = (field: ContactField, sealed: Uint8Array | null) =>
    sealed && openText(sealed, personContext(field, tenantId, personId));
  return { email: opened('email', person.emailSealed), phone: opened('phone', person.phoneSealed) };
}
