import 'server-only';
import { type CalendarDate, dateInSweden, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { guarded, requireResidentMay } from '../access';
import { type MoreTimeReason, moreTimeContext } from '../domain/case-seals';
import { MAX_MORE_TIME_REASON, mayWishFor } from '../domain/more-time';
import { type AskedThing, askedInTx } from '../queries/asked-in-tx';
import { moreTimeInTx } from '../queries/more-time-in-tx';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  thing: AskedThing;
  /** null where what was typed is no day */
  wishedOn: CalendarDate | null;
  reason: string;
}

/**
 * She asks for a later day to answer what is asked of her. The day that stands is the one she had until the office has
 * answered. The same again (a double click) is the same; something else while that waits is refused.
 */
export function askMoreTime(actor: ResidentActor, { thing, wishedOn, reason }: Input): Promise<void> {
  const action = 'cases.ask-more-time';
  const [objectType, objectId] =
    'supplementId' in thing
      ? (['supplement', thing.supplementId] as const)
      : (['comment-round', thing.roundId] as const);
  return guarded(actor, action, objectType, objectId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'ask-more-time');
      const { tenantId, personId } = actor;
      const { caseId } = await askedInTx(tx, actor, thing);
      const locked = await lockCaseInTx(tx, actor, caseId);
      const asked = await askedInTx(tx, actor, thing);
      const at = now();
      const { offer, requests } = await moreTimeInTx(tx, tenantId, thing, asked, dateInSweden(at));
      const text = cleanText(reason);
      const [last] = requests;
      if (last && last.outcome === null && last.wishedOn === wishedOn && last.reason === text) return;
      if (offer.state !== 'may') throw notNow(`errors:more-time-${offer.state}`);
      const id = await keepInTx(tx, { tenantId, caseId, at, thing }, checked(wishedOn, text, offer));
      await noteInCaseInTx(tx, locked, { at, event: 'more-time-asked', refId: id });
      await auditInTx(tx, actor, { action, subjectPersonId: personId, objectType, objectId });
      await emitInTx(tx, actor, {
        type: 'cases.more-time-asked',
        payload: { caseId, personId, moreTimeId: id },
        caseId,
      });
    }),
  );
}

interface Wish {
  wishedOn: CalendarDate;
  reason: string;
}

/** All that is wrong at once, so that nobody corrects one thing to be told of the next. */
function checked(
  wishedOn: CalendarDate | null,
  reason: string,
  days: { from: CalendarDate; to: CalendarDate },
): Wish {
  const fields: Record<string, string> = {};
  const isDay = wishedOn !== null && mayWishFor(wishedOn, days);
  if (!isDay) fields.wished = 'errors:more-time-day';
  if (reason === '') fields.reason = 'errors:more-time-reason';
  if (reason.length > MAX_MORE_TIME_REASON) fields.reason = 'errors:more-time-too-long';
  if (!isDay || fields.reason) throw invalid(fields);
  return { wishedOn, reason };
}

async function keepInTx(
  tx: Tx,
  { tenantId, caseId, at, thing }: { tenantId: string; caseId: string; at: Date; thing: AskedThing },
  { wishedOn, reason }: Wish,
): Promise<string> {
  const id = newId();
  const content: MoreTimeReason = { reason };
  await tx.moreTimeRequest.create({
    data: {
      tenantId,
      id,
      caseId,
      ...thing,
      wishedOn: toDbDate(wishedOn),
      sealed: sealJson(content, moreTimeContext('request', tenantId, id)),
      sentAt: at,
    },
    select: { id: true },
  });
  return id;
}
