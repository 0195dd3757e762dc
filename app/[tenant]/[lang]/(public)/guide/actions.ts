'use server';

import { INTENT } from '@/lib/catalogue/domain/input-names';
import { runAction } from '@/lib/platform/action';
import { noteFormErrors } from '@/lib/platform/form-errors';
import { requestFacts } from '@/lib/platform/request';
import { findStep } from './find-step';
import type { GuideState } from './guide-state';
import { PAGE } from './input-names';

/** Receives a page of the guide and makes the next. Writes nothing, anywhere. */
export async function takeStep(before: GuideState, data: FormData): Promise<GuideState> {
  let state = before;
  const failed = await runAction('guide', async () => {
    const { tenantId, lang } = await requestFacts();
    const page = data.get(PAGE);
    const move = {
      page: typeof page === 'string' && page !== '' ? page : null,
      to: data.get(INTENT) === 'back' ? 'back' : 'next',
    } as const;
    state = await findStep({ kind: 'nobody', tenantId }, lang, { data, move });
    if (state.step.kind === 'page' && state.step.problems.length > 0) await noteFormErrors();
    return { status: 'done' };
  });
  return failed.message === undefined ? state : { ...before, message: failed.message };
}
