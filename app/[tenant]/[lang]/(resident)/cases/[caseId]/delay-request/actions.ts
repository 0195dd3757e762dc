'use server';

import { redirect } from 'next/navigation';
import { requestDecision } from '@/lib/cases/commands/request-decision';
import { MAX_REASONS } from '@/lib/cases/domain/delay';
import { requireResident } from '@/lib/identity/session';
import { runAction, typedValues } from '@/lib/platform/action';
import { invalid } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import type { DelayFormState } from './delay-form-state';

/** Shows what is about to be sent, goes back to change it, or sends it. */
export async function postDelayRequest(
  caseId: string,
  _: DelayFormState,
  form: FormData,
): Promise<DelayFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const asked = form.get('step');
  const reasons = String(form.get('reasons') ?? '');
  const values = typedValues(form);
  if (asked === 'write') return { status: 'idle', step: 'write', values };
  const state = await runAction(
    'request-decision',
    async () => {
      if (reasons.length > MAX_REASONS) throw invalid({ reasons: 'errors:reasons-too-long' });
      if (asked === 'check') return { status: 'idle', values };
      await requestDecision(actor, { caseId, reasons });
      redirect(href(lang, `/cases/${caseId}/delay-request`));
    },
    form,
  );
  return { ...state, step: state.fields ? 'write' : 'check' };
}
