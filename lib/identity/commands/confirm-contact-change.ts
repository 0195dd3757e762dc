import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notFound } from '@/lib/platform/errors';
import { guarded, may, visibleContactChanges } from '../access';
import {
  type ContactField,
  contactChangeContext,
  isCode,
  isOpen,
  MOST_ATTEMPTS,
} from '../domain/contact-change';
import { putContactWayInTx } from './put-contact-way-in-tx';

type Outcome = 'confirmed' | 'wrong' | 'last-wrong' | 'over';

const problems = {
  wrong: 'settings:errors.wrong-code',
  'last-wrong': 'settings:errors.too-many-wrong',
  over: 'settings:errors.code-over',
} as const;

/**
 * Puts an address into use once its code is told, from whatever device she is logged in on. Wrong ones are counted, also
 * those that are tried at once: the row is locked.
 * @throws Invalid on the code; NotFound for somebody else's
 */
export async function confirmContactChange(
  actor: ResidentActor,
  { changeId, code }: { changeId: string; code: string },
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  const outcome = await guarded(actor, 'identity.confirm-contact-change', 'contact-change', changeId, () =>
    write(actor, async (tx) => {
      if (!may(actor, 'change-profile')) throw notFound();
      return tryInTx(tx, actor, { changeId, code, now: now() });
    }),
  );
  if (outcome !== 'confirmed') throw invalid({ code: problems[outcome] }, problems[outcome]);
}

async function tryInTx(
  tx: Tx,
  actor: ResidentActor,
  { changeId, code, now }: { changeId: string; code: string; now: Date },
): Promise<Outcome> {
  const { tenantId, personId } = actor;
  // The person first, as when a change is asked for: two in the other order would wait for each other.
  await tx.$queryRaw`select 1 from person where tenant_id = ${tenantId} and id = ${personId}::uuid for update`;
  const change = await tx.contactChange.findFirst({
    where: { ...visibleContactChanges(actor), id: changeId },
  });
  if (!change) throw notFound();
  // Pressed twice: what the first did stands.
  if (change.confirmedAt) return 'confirmed';
  const { addressSealed, codeSealed } = change;
  if (change.endedAt || !isOpen(change, now) || !addressSealed || !codeSealed) return 'over';
  if (isCode(code, openText(codeSealed, contactChangeContext('code', tenantId, changeId)))) {
    const address = openText(addressSealed, contactChangeContext('address', tenantId, changeId));
    await putContactWayInTx(tx, actor, { field: change.field as ContactField, address, changeId, now });
    return 'confirmed';
  }
  const attempts = change.attempts + 1;
  await tx.contactChange.updateMany({ where: { tenantId, id: changeId }, data: { attempts } });
  return attempts < MOST_ATTEMPTS ? 'wrong' : 'last-wrong';
}
