import { z } from 'zod';
import { KeptList } from '@/demo/inbox/kept-list';
import type { DemoPerson } from '@/demo/people';
import { fullName } from '@/demo/person-names';
import { html } from '@/demo/web/html';
import { type Answer, type DemoRequest, isForm, json, type Route, seeOther } from '@/demo/web/http';
import { type Both, languageOf, page } from '@/demo/web/page';
import { instantText, withLinks } from '@/demo/web/text';

/** What the portal hands over (docs/operating.md has the contract). */
const handedOver = z.strictObject({
  reference: z.string().min(1).max(100),
  to: z.string().regex(/^\+[1-9]\d{6,14}$/),
  from: z.string().min(1).max(11),
  text: z.string().min(1).max(1000),
});
const smsSchema = handedOver.extend({ receivedAt: z.iso.datetime() });
type Sms = z.infer<typeof smsSchema>;

const texts = {
  title: { sv: 'Sms', en: 'Text messages' },
  lead: {
    sv: 'Alla sms som har skickats i demovärlden, de senaste först. Bara mobilnummer kan ta emot dem.',
    en: 'All text messages sent in the demo world, the latest first. Only mobile numbers can take them.',
  },
  none: {
    sv: 'Inga sms ännu. De kommer hit när någon har valt sms och något har hänt.',
    en: 'No text messages yet. They come here when somebody has chosen them and something has happened.',
  },
} satisfies Record<string, Both>;

/** Swedish mobile numbers begin with 7; the rest of the country's are telephones on a wall, which read nothing. */
const canRead = (number: string): boolean => !number.startsWith('+46') || number.startsWith('+467');

export interface SmsOptions {
  box: KeptList<Sms>;
  people: readonly DemoPerson[];
  token: string;
  now: () => number;
}

export const openSmsBox = (file: string): Promise<KeptList<Sms>> => KeptList.open(file, smsSchema);

/** The gateway's one operation, and the page where what it took is read. */
export function smsRoutes({ box, people, token, now }: SmsOptions): Route[] {
  return [
    {
      method: 'POST',
      path: '/sms-gateway/messages',
      answer: (request) => take(request, { box, token, now }),
    },
    { method: 'GET', path: '/sms', answer: (request) => list(request, box.all, people) },
    {
      method: 'GET',
      path: '/control/sms',
      answer: ({ url }) => {
        const to = url.searchParams.get('to');
        return json({ messages: box.all.filter((sms) => to === null || sms.to === to) });
      },
    },
    {
      method: 'POST',
      path: '/control/sms/empty',
      answer: async (request) => {
        await box.empty();
        return isForm(request) ? seeOther('/control') : json({ messages: [] });
      },
    },
  ];
}

async function take(
  request: DemoRequest,
  { box, token, now }: Pick<SmsOptions, 'box' | 'token' | 'now'>,
): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${token}`) return json({ error: 'unauthorized' }, 401);
  const sms = handedOver.safeParse(await request.json());
  if (!sms.success) return json({ error: 'not-understood' }, 400);
  if (!canRead(sms.data.to)) return json({ error: 'no-such-number' }, 422);
  // The same reference again is the same message, tried again by somebody who missed the first answer.
  if (!box.all.some(({ reference }) => reference === sms.data.reference)) {
    await box.add({ ...sms.data, receivedAt: new Date(now()).toISOString() });
  }
  return json({ reference: sms.data.reference }, 202);
}

function list(request: DemoRequest, messages: readonly Sms[], people: readonly DemoPerson[]): Answer {
  const lang = languageOf(request);
  const named = (number: string) => {
    const person = people.find(({ phone }) => phone !== null && inNetwork(phone) === number);
    return person ? `${fullName(person)}, ${number}` : number;
  };
  return page(request, {
    title: texts.title[lang],
    watch: '/control/sms',
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
${messages.length === 0 ? html`<p class="card">${texts.none[lang]}</p>` : ''}
<ul class="plain">${messages.map(
      ({ from, to, text, receivedAt }) => html`<li class="card"><strong>${from}</strong>
<span class="soft">${named(to)} · ${instantText(receivedAt, lang)}</span>
<p dir="auto">${withLinks(text)}</p></li>`,
    )}</ul>`,
  });
}

const inNetwork = (phone: string): string => phone.replace(/\D/g, '').replace(/^0/, '+46');
