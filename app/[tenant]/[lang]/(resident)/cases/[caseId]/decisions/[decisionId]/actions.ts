'use server';

import { redirect } from 'next/navigation';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** "Läs beslutet": opens it, and shows it. */
export async function openDecisionAction(decisionId: string): Promise<FormState> {
  return runAction('open-decision', async () => {
    const actor = await requireResident();
    const { caseId } = await openDecision(actor, { decisionId });
    redirect(href((await requestFacts()).lang, `/cases/${caseId}/decisions/${decisionId}`));
  });
}
