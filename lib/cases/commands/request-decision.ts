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
import { findRuleInTx } from '@/lib/tenants/api';
import { guarded, requireResidentMay } from '../access';
import { type DelayRequestContent, delayRequestContext } from '../domain/case-seals';
import { answerToRequestBy, type DelayRequestRule, delayRequest, MAX_REASONS } from '../domain/delay';
import { delayRequestFactsInTx } from '../queries/delay-in-tx';
import { lockCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  caseId: string;
  /** hers; the law asks for none */
  reasons: string;
}

/**
 * She asks that her case be decided (FL 12 §): once, when six months have passed and it is not. The board has four weeks
 * from today. Asked again (a double click, another window) it is the one that was made first.
 */
export function requestDecision(
  actor: ResidentActor,
  { caseId, reasons }: Input,
): Promise<{ answerBy: CalendarDate }> {
  const action = 'cases.request-decision';
  return guarded(actor, action, 'case', caseId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'request-decision');
      const { tenantId, personId } = actor;
      const locked = await lockCaseInTx(tx, actor, caseId);
      const at = now();
      const today = dateInSweden(at);
      const rule = await findRuleInTx(tx, tenantId, 'delay.request', today);
      if (!rule) throw notNow('errors:delay-request-no');
      const found = delayRequest(await delayRequestFactsInTx(tx, locked), rule, today);
      if (found.state === 'asked') return { answerBy: found.answerBy };
      if (found.state !== 'may') throw notNow(`errors:delay-request-${found.state}`);
      const text = cleanText(reasons);
      if (text.length > MAX_REASONS) throw invalid({ reasons: 'errors:reasons-too-long' });

      const { id, answerBy } = await keepInTx(tx, { tenantId, caseId, text, at, today, rule });
      await noteInCaseInTx(tx, locked, { at, event: 'delay-requested', refId: id });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'case',
        objectId: caseId,
      });
      await emitInTx(tx, actor, {
        type: 'cases.delay-requested',
        payload: { caseId, personId, delayRequestId: id },
        caseId,
      });
      return { answerBy };
    }),
  );
}

async function keepInTx(
  tx: Tx,
  {
    tenantId,
    caseId,
    text,
    at,
    today,
    rule,
  }: {
    tenantId: string;
    caseId: string;
    text: string;
    at: Date;
    today: CalendarDate;
    rule: DelayRequestRule;
  },
): Promise<{ id: string; answerBy: CalendarDate }> {
  const id = newId();
  const answerBy = answerToRequestBy(today, rule);
  const content: DelayRequestContent = { reasons: text };
  await tx.delayRequest.create({
    data: {
      tenantId,
      id,
      caseId,
      sealed: sealJson(content, delayRequestContext(tenantId, id)),
      requestedAt: at,
      answerBy: toDbDate(answerBy),
    },
    select: { id: true },
  });
  return { id, answerBy };
}
