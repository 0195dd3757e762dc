'use server';

import { redirect } from 'next/navigation';
import { resendDeliveries } from '@/lib/back-office/commands/resend-deliveries';
import { resendDelivery } from '@/lib/back-office/commands/resend-delivery';
import { requireAdmin } from '@/lib/identity/staff-session';
import { isAppError } from '@/lib/platform/errors';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** Sends one stopped delivery again, and comes back to its page with how many went. */
export async function sendAgain(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const deliveryId = field(form, 'delivery');
  const path = `/admin/systems/${encodeURIComponent(field(form, 'system'))}/deliveries/${encodeURIComponent(deliveryId)}`;
  redirect(href(lang, await sentTo(path, () => resendDelivery(actor, deliveryId))));
}

/** Sends again all that has stopped for a system, or all of it of one kind and error. */
export async function sendAllAgain(form: FormData): Promise<void> {
  const [actor, { lang }] = await Promise.all([requireAdmin(), requestFacts()]);
  const systemId = field(form, 'system');
  const which = {
    systemId,
    kind: field(form, 'kind') || undefined,
    error: field(form, 'error') || undefined,
  };
  const path = `/admin/systems/${encodeURIComponent(systemId)}`;
  redirect(href(lang, await sentTo(path, () => resendDeliveries(actor, which))));
}

const field = (form: FormData, name: string): string => String(form.get(name) ?? '');

async function sentTo(path: string, send: () => Promise<number>): Promise<string> {
  try {
    return `${path}?sent=${await send()}`;
  } catch (error) {
    if (isAppError(error, 'NotFound')) return '/admin/systems';
    throw error;
  }
}
