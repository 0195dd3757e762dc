'use server';

import { redirect } from 'next/navigation';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import type { AskedThing } from '@/lib/cases/queries/asked-in-tx';
import { requireResident } from '@/lib/identity/session';
import { parseCalendarDate } from '@/lib/kernel/calendar-date';
import { type FormState, runAction } from '@/lib/platform/action';
import { href } from '@/lib/platform/i18n';
import { requestFacts } from '@/lib/platform/request';

export async function postMoreTime(
  { thing, askedPath }: { thing: AskedThing; askedPath: string },
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const [actor, { lang }] = await Promise.all([requireResident(), requestFacts()]);
  return runAction(
    'ask-more-time',
    async () => {
      const reason = String(form.get('reason') ?? '');
      await askMoreTime(actor, { thing, wishedOn: postedDay(form), reason });
      redirect(href(lang, askedPath));
    },
    form,
  );
}

/** "7", "1" and "2027" as typed; null where they are no day. */
function postedDay(form: FormData) {
  const part = (name: string, digits: number) =>
    String(form.get(`wished-${name}`) ?? '')
      .trim()
      .padStart(digits, '0');
  return parseCalendarDate(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
}
