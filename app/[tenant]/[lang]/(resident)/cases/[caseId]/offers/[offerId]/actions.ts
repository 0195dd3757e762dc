'use server';

import { redirect } from 'next/navigation';
import { answerOffer } from '@/lib/care-home-queue/commands/answer-offer';
import { answers, MAX_REASON } from '@/lib/care-home-queue/domain/offer';
import { requireResident } from '@/lib/identity/session';
import { runAction, typedValues } from '@/lib/platform/action';
import { invalid } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';
import type { OfferFormState } from './offer-form-state';

/** Shows what is about to be answered, goes back to change it, or answers. However it then stands, the page says it. */
export async function postOfferAnswer(
  { caseId, offerId }: { caseId: string; offerId: string },
  _: OfferFormState,
  form: FormData,
): Promise<OfferFormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  const values = typedValues(form);
  if (form.get('step') === 'choose') return { status: 'idle', step: 'choose', values };
  const state = await runAction(
    'answer-offer',
    async () => {
      const answer = answers.find((one) => one === form.get('answer'));
      const reason = String(form.get('reason') ?? '').replaceAll('\r\n', '\n');
      if (!answer) throw invalid({ answer: 'errors:offer-choose' });
      if (reason.length > MAX_REASON) throw invalid({ reason: 'errors:offer-reason-too-long' });
      if (form.get('step') === 'check') return { status: 'idle', values };
      await answerOffer(actor, { offerId, answer, reason });
      redirect(href(lang, `/cases/${caseId}/offers/${offerId}`));
    },
    form,
  );
  return { ...state, step: state.fields ? 'choose' : 'check' };
}
