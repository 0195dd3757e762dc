'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { endCalendarFeed } from '@/lib/appointments/commands/end-calendar-feed';
import { makeCalendarFeed } from '@/lib/appointments/commands/make-calendar-feed';
import { requireResident } from '@/lib/identity/session';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

/** The address goes into the answer to this press and nowhere else. */
export async function makeFeed(_: FormState): Promise<FormState> {
  return runAction('make-calendar-feed', async () => {
    const { address } = await makeCalendarFeed(await requireResident());
    refresh();
    return { status: 'done', values: { address } };
  });
}

export async function endFeed(_: FormState, form: FormData): Promise<FormState> {
  return runAction('end-calendar-feed', async () => {
    await endCalendarFeed(await requireResident(), String(form.get('feed') ?? ''));
    redirect(href((await requestFacts()).lang, '/appointments/calendar?ended=1'));
  });
}
