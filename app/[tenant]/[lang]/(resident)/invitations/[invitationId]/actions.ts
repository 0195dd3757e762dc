'use server';

import { redirect } from 'next/navigation';
import { declineToSign } from '@/lib/applications/commands/decline-to-sign';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** No. The page then says what came of it, also where somebody else was first. */
export async function decline(invitationId: string, _: FormState, form: FormData): Promise<FormState> {
  return runAction(
    'decline-to-sign',
    async () => {
      const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
      await declineToSign(actor, { invitationId, reason: String(form.get('reason') ?? '') });
      redirect(href(lang, `/invitations/${invitationId}`));
    },
    form,
  );
}
