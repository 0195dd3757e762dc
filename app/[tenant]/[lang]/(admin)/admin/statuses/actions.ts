'use server';

import { redirect } from 'next/navigation';
import { mapStatusCode } from '@/lib/cases/commands/map-status-code';
import { requireAdmin } from '@/lib/identity/staff-session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** Says which status a system's code means, and comes back to the page with how it went. */
export async function mapCode(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const field = (name: string) => String(form.get(name) ?? '');
  const codeId = field('code');
  let outcome = 'done';
  try {
    await mapStatusCode(actor, { codeId, statusId: field('status'), from: field('from') || null });
  } catch (error) {
    if (isAppError(error, 'Invalid')) outcome = 'choose';
    else if (isAppError(error, 'Conflict') || isAppError(error, 'NotFound')) outcome = 'moved';
    else throw error;
  }
  redirect(href(lang, `/admin/statuses?${new URLSearchParams({ [outcome]: codeId })}`));
}
