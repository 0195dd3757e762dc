'use server';

import { redirect } from 'next/navigation';
import { reportAccessibility } from '@/lib/feedback/commands/report-accessibility';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

export async function sendReport(_: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'report-accessibility',
    async () => {
      const { tenantId, lang, ip } = await requestFacts();
      const text = (name: string) => {
        const value = form.get(name);
        return typeof value === 'string' ? value : '';
      };
      const { willBeAnswered } = await reportAccessibility(
        { kind: 'nobody', tenantId },
        {
          formId: text('form'),
          what: text('what'),
          page: text('page'),
          email: text('email'),
          homepage: text('homepage'),
          language: lang,
          ip,
        },
      );
      return redirect(href(lang, `/accessibility/report?sent=${willBeAnswered ? 'answer' : 'no-answer'}`));
    },
    form,
  );
}
