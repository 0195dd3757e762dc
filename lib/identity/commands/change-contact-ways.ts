import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now as clock } from '@/lib/platform/clock';
import { seal } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { forbidden, invalid, notNow } from '@/lib/platform/errors';
import { may, visibleSessions } from '../access';
import { contactWaysSchema } from '../domain/contact-ways';
import { personContext } from '../domain/person-seals';
import { isRecentLogIn } from '../domain/session-limits';

/**
 * Changes where notices go. Only soon after a log-in: whoever finds a page left open must not lead a person's notices
 * elsewhere.
 * @throws Invalid with a text per field; NotNow when the log-in is too old
 */
export async function changeContactWays(
  actor: ResidentActor,
  typed: { email: string; phone: string },
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'change-profile')) throw forbidden();
  const parsed = contactWaysSchema.safeParse(typed);
  if (!parsed.success)
    throw invalid(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
      'errors:Invalid',
    );
  const { tenantId, personId } = actor;
  const { email, phone } = parsed.data;
  const sealed = (field: 'email' | 'phone', value: string | null) =>
    value === null ? null : seal(value, personContext(field, tenantId, personId));
  await write(actor, async (tx) => {
    const session = await tx.authSession.findFirst({
      where: { ...visibleSessions(actor), id: actor.sessionId, endedAt: null },
      select: { createdAt: true },
    });
    if (!session || !isRecentLogIn(session, now())) throw notNow('errors:log-in-not-recent');
    await tx.person.update({
      where: { tenantId_id: { tenantId, id: personId } },
      data: { emailSealed: sealed('email', email), phoneSealed: sealed('phone', phone) },
      select: { id: true },
    });
    await auditInTx(tx, actor, { action: 'identity.change-contact-ways', subjectPersonId: personId });
  });
}
