import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { notNow } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay } from '../access';
import { cleaned, missing, type SentAppeal } from '../domain/appeal-content';
import { appealContext } from '../domain/case-seals';
import { isBeforeDecision } from '../domain/outlook';
import { type AppealInHand, lockAppealInTx } from './appeal-in-tx';
import { moveCaseInTx, noteInCaseInTx } from './case-in-tx';

interface Input {
  decisionId: string;
  /** the draft's version on the page where she read it through */
  version: number;
  /** that she has the portal in */
  language: Language;
}

/**
 * Sends the appeal, exactly as she has read it through. It has come in to the board that decided at this moment (FL 22 and
 * 45 §§), whatever the office's system is doing; after the last day it is taken in all the same. The log-in says who she
 * is: no signature is asked (decision 0096). Again, or twice at once, it is the same appeal.
 */
export function sendAppeal(actor: ResidentActor, input: Input): Promise<{ appealId: string }> {
  const action = 'cases.send-appeal';
  return guarded(actor, action, 'decision', input.decisionId, () =>
    write(actor, async (tx) => {
      requireResidentMay(actor, 'appeal');
      const { tenantId, personId } = actor;
      const appeal = await lockAppealInTx(tx, actor, input.decisionId);
      const { locked, id, decisionId } = appeal;
      if (!id || appeal.version !== input.version) {
        const sent = await sentAsInTx(tx, tenantId, input);
        if (sent) return { appealId: sent };
        throw notNow('errors:appeal-changed');
      }
      await requireReadyInTx(tx, appeal, id);
      const at = now();
      const person = await getPersonInTx(tx, tenantId, personId);
      const content: SentAppeal = {
        ...cleaned(appeal.draft),
        name: `${person.givenName} ${person.surname}`,
        nationalId: person.nationalId,
        language: input.language,
      };
      await tx.appeal.update({
        where: { tenantId_id: { tenantId, id }, sentAt: null },
        data: {
          sealed: sealJson(content, appealContext(tenantId, id)),
          sentAt: at,
          number: await numberInTx(tx, appeal),
          version: { increment: 1 },
        },
        select: { id: true },
      });
      const happening = { at, event: 'appeal-sent', refId: id } as const;
      // Of an earlier decision, in a case that is being looked into anew: that goes on.
      if (isBeforeDecision(locked.phase)) await noteInCaseInTx(tx, locked, happening);
      else await moveCaseInTx(tx, locked, 'appeal', happening);
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: personId,
        objectType: 'decision',
        objectId: decisionId,
      });
      await emitInTx(tx, actor, {
        type: 'cases.appeal-sent',
        payload: { caseId: locked.id, personId, appealId: id },
        caseId: locked.id,
      });
      return { appealId: id };
    }),
  );
}

/** The appeal that a second press of the same button finds sent. */
async function sentAsInTx(tx: Tx, tenantId: string, { decisionId, version }: Input): Promise<string | null> {
  const last = await tx.appeal.findFirst({
    where: { tenantId, decisionId, sentAt: { not: null } },
    orderBy: { sentAt: 'desc' },
    select: { id: true, version: true },
  });
  return last?.version === version + 1 ? last.id : null;
}

/** She may not have seen it yet: without the file, or with half of what must be there, it would not be what she meant. */
async function requireReadyInTx(tx: Tx, { locked, draft }: AppealInHand, appealId: string): Promise<void> {
  if (Object.keys(missing(draft)).length > 0) throw notNow('errors:appeal-incomplete');
  const infected = await tx.appealFile.count({
    where: { tenantId: locked.tenantId, appealId, file: { scanState: 'infected' } },
  });
  if (infected > 0) throw notNow('errors:answer-has-infected');
}

/** The case's number, and which appeal in it: "GRA-2026-7K3F9QA-Ö1". The case's lock makes it nobody else's. */
async function numberInTx(tx: Tx, { locked: { tenantId, id: caseId } }: AppealInHand): Promise<string> {
  const { number } = await tx.case.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { number: true },
  });
  const earlier = await tx.appeal.count({ where: { tenantId, caseId, sentAt: { not: null } } });
  return `${number}-Ö${earlier + 1}`;
}
