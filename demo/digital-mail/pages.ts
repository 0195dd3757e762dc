import type { Letter } from '@/demo/digital-mail/server';
import type { KeptList } from '@/demo/inbox/kept-list';
import type { DemoPerson } from '@/demo/people';
import { fullName, personBySlug } from '@/demo/person-names';
import { html } from '@/demo/web/html';
import { type Answer, type DemoRequest, isForm, json, type Route, seeOther } from '@/demo/web/http';
import { type Both, languageOf, page } from '@/demo/web/page';
import { instantText, withLinks } from '@/demo/web/text';

const texts = {
  title: { sv: 'Digital post', en: 'Digital mail' },
  lead: {
    sv: 'Det som har kommit till de digitala brevlådorna, det senaste först. Astrid, Gunnar och Yousef har brevlåda. Karin har tackat nej till post från Granvik, och Oskars brevlåda är inte klar.',
    en: 'What has come to the digital mailboxes, the latest first. Astrid, Gunnar and Yousef have one. Karin has said no to mail from Granvik, and Oskar’s is not ready.',
  },
  none: {
    sv: 'Ingen digital post ännu. Den kommer hit när någon har valt sin digitala brevlåda, eller inte nås på annat sätt, och något har hänt.',
    en: 'No digital mail yet. It comes here when somebody has chosen the digital mailbox, or can’t be reached otherwise, and something has happened.',
  },
} satisfies Record<string, Both>;

export interface DigitalMailPageOptions {
  letters: KeptList<Letter>;
  people: readonly DemoPerson[];
}

/** Where what the operators took in is read, as in their apps after log-in. */
export function digitalMailRoutes({ letters, people }: DigitalMailPageOptions): Route[] {
  return [
    { method: 'GET', path: '/digital-mail', answer: (request) => list(request, letters.all, people) },
    {
      method: 'GET',
      path: '/control/digital-mail',
      answer: ({ url }) => {
        const to = url.searchParams.get('to');
        const chosen = personBySlug(people, to ?? '');
        return json({
          letters: letters.all
            .filter(({ nationalId }) => to === null || nationalId === chosen?.nationalId)
            .map(({ nationalId: _, ...letter }) => letter),
        });
      },
    },
    {
      method: 'POST',
      path: '/control/digital-mail/empty',
      answer: async (request) => {
        await letters.empty();
        return isForm(request) ? seeOther('/control') : json({ letters: [] });
      },
    },
  ];
}

function list(request: DemoRequest, letters: readonly Letter[], people: readonly DemoPerson[]): Answer {
  const lang = languageOf(request);
  const named = (nationalId: string) => {
    const person = people.find((one) => one.nationalId === nationalId);
    return person ? fullName(person) : nationalId;
  };
  return page(request, {
    title: texts.title[lang],
    watch: '/control/digital-mail',
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
${letters.length === 0 ? html`<p class="card">${texts.none[lang]}</p>` : ''}
<ul class="plain">${letters.map(
      ({ subject, from, nationalId, operator, text, receivedAt }) => html`<li class="card"><h2>${subject}</h2>
<p class="soft">${from} → ${named(nationalId)}, ${operator} · ${instantText(receivedAt, lang)}</p>
<pre dir="auto">${withLinks(text)}</pre></li>`,
    )}</ul>`,
  });
}
