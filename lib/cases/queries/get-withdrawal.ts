import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleCases } from '../access';
import type { Officer } from '../domain/office-messages';
import { titleIn } from '../domain/title';
import type { Withdrawing } from '../domain/withdrawal';
import { officerOf } from './officer-of';
import {
  preparedWithdrawalInTx,
  sentWithdrawalsInTx,
  type WithdrawalToSign,
  type WithdrawalView,
  withdrawingInTx,
} from './withdrawal-in-tx';

export interface WithdrawalPage {
  case: { id: string; title: Said; number: string; hasOpenSupplements: boolean };
  officer: Officer | null;
  withdrawing: Withdrawing;
  /** written, not signed yet */
  prepared: WithdrawalToSign | null;
  sent: WithdrawalView[];
}

/** What taking the application back leads to, what is prepared, and what has been sent. */
export function getWithdrawal(actor: Actor, caseId: string, lang: Language): Promise<WithdrawalPage> {
  return guarded(actor, 'cases.get-withdrawal', 'case', caseId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId } = actor;
      const found = await tx.case.findFirst({
        where: { ...visibleCases(actor), id: caseId },
        select: {
          tenantId: true,
          id: true,
          title: true,
          number: true,
          phase: true,
          signers: true,
          officerSealed: true,
        },
      });
      if (!found) throw notFound();
      const { title, number, phase, officerSealed } = found;
      return {
        case: {
          id: caseId,
          title: titleIn(title, lang),
          number,
          hasOpenSupplements: phase === 'waiting_for_you',
        },
        officer: officerOf(tenantId, caseId, officerSealed),
        withdrawing: await withdrawingInTx(tx, found),
        prepared: await preparedWithdrawalInTx(tx, found),
        sent: await sentWithdrawalsInTx(tx, found),
      };
    }),
  );
}
