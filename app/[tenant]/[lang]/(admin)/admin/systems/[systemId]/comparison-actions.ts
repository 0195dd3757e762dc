'use server';

import { redirect } from 'next/navigation';
import { askForComparison } from '@/lib/back-office/commands/ask-for-comparison';
import { requireAdmin } from '@/lib/identity/staff-session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** Has a system compared with ours now, or filled again where much is missing, and comes back to its page, where the outcome will stand. */
export async function compareNow(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const systemId = String(form.get('system') ?? '');
  redirect(
    href(lang, await asked(systemId, () => askForComparison(actor, systemId, { fill: form.has('fill') }))),
  );
}

async function asked(systemId: string, ask: () => Promise<void>): Promise<string> {
  try {
    await ask();
    return `/admin/systems/${encodeURIComponent(systemId)}?compared=${Date.now()}#comparisons`;
  } catch (error) {
    if (isAppError(error, 'NotFound')) return '/admin/systems';
    throw error;
  }
}
