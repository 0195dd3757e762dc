import type { Mail, Mailbox } from '@/demo/inbox/mailbox';
import type { DemoPerson } from '@/demo/people';
import { fullName, personBySlug, slugOf } from '@/demo/person-names';
import { html } from '@/demo/web/html';
import { type Answer, type DemoRequest, isForm, json, type Route, seeOther } from '@/demo/web/http';
import { type Both, languageOf, notFoundPage, page } from '@/demo/web/page';
import { instantText, withLinks } from '@/demo/web/text';

const texts = {
  title: { sv: 'Inkorgen', en: 'The inbox' },
  lead: {
    sv: 'Alla mejl som har skickats i demovärlden, de senaste först.',
    en: 'All mail sent in the demo world, the latest first.',
  },
  everyone: { sv: 'Alla', en: 'Everyone' },
  whose: { sv: 'Vems mejl', en: 'Whose mail' },
  none: {
    sv: 'Inga mejl ännu. De kommer hit när något har hänt i ett ärende.',
    en: 'No mail yet. It comes here when something has happened in a case.',
  },
  back: { sv: 'Till inkorgen', en: 'To the inbox' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  received: { sv: 'Mottaget', en: 'Received' },
  asText: { sv: 'Som text', en: 'As text' },
  asHtml: { sv: 'Som webbsida', en: 'As a web page' },
  attachments: { sv: 'Bilagor', en: 'Attachments' },
  noSubject: { sv: '(inget ämne)', en: '(no subject)' },
} satisfies Record<string, Both>;

export interface InboxOptions {
  mailbox: Mailbox;
  people: readonly DemoPerson[];
}

export function inboxRoutes({ mailbox, people }: InboxOptions): Route[] {
  return [
    { method: 'GET', path: '/inbox', answer: (request) => list(request, mailbox, people) },
    {
      method: 'GET',
      path: '/inbox/:id',
      answer: (request) => {
        const mail = mailbox.find(request.params.id);
        return mail ? show(request, mail, people) : notFoundPage(request);
      },
    },
    {
      method: 'GET',
      path: '/control/inbox',
      answer: ({ url }) => json({ mails: mailbox.list(url.searchParams.get('to') ?? undefined) }),
    },
    {
      method: 'DELETE',
      path: '/control/inbox',
      answer: async () => {
        await mailbox.empty();
        return json({ mails: [] });
      },
    },
    {
      // A form cannot send DELETE; this is the control page's button.
      method: 'POST',
      path: '/control/inbox/empty',
      answer: async (request) => {
        await mailbox.empty();
        return isForm(request) ? seeOther('/control') : json({ mails: [] });
      },
    },
  ];
}

function list(request: DemoRequest, mailbox: Mailbox, people: readonly DemoPerson[]): Answer {
  const lang = languageOf(request);
  const withMail = people.filter((person) => person.email !== null);
  const chosen = personBySlug(withMail, request.url.searchParams.get('to') ?? '');
  const mails = mailbox.list(chosen?.email ?? undefined);
  return page(request, {
    title: texts.title[lang],
    watch: `/control/inbox${chosen ? `?to=${encodeURIComponent(chosen.email ?? '')}` : ''}`,
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
<nav aria-label="${texts.whose[lang]}" class="chips">
<a href="/inbox" ${chosen ? '' : html`aria-current="page"`}>${texts.everyone[lang]}</a>
${withMail.map(
  (person) =>
    html`<a href="/inbox?to=${slugOf(person)}" ${person === chosen ? html`aria-current="page"` : ''}>${fullName(person)}</a>`,
)}
</nav>
${mails.length === 0 ? html`<p class="card">${texts.none[lang]}</p>` : ''}
<ul class="plain">${mails.map(
      (
        mail,
      ) => html`<li><a href="/inbox/${mail.id}"><strong>${mail.subject || texts.noSubject[lang]}</strong><br>
<span class="soft">${texts.to[lang]} ${recipients(mail, people)} · ${instantText(mail.receivedAt, lang)}</span></a></li>`,
    )}</ul>`,
  });
}

function show(request: DemoRequest, mail: Mail, people: readonly DemoPerson[]): Answer {
  const lang = languageOf(request);
  return page(request, {
    title: mail.subject || texts.noSubject[lang],
    allowInlineStyle: true,
    body: html`<p><a href="/inbox">${texts.back[lang]}</a></p>
<h1>${mail.subject || texts.noSubject[lang]}</h1>
<dl><dt>${texts.from[lang]}</dt><dd>${mail.from}</dd><dt>${texts.to[lang]}</dt><dd>${recipients(mail, people)}</dd>
<dt>${texts.received[lang]}</dt><dd><time datetime="${mail.receivedAt}">${instantText(mail.receivedAt, lang)}</time></dd></dl>
<h2>${texts.asText[lang]}</h2>
<pre>${withLinks(mail.text)}</pre>
${mail.html ? html`<h2>${texts.asHtml[lang]}</h2><iframe sandbox title="${texts.asHtml[lang]}" srcdoc="${mail.html}"></iframe>` : ''}
${
  mail.attachments.length > 0
    ? html`<h2>${texts.attachments[lang]}</h2><ul>${mail.attachments.map(
        ({ name, contentType, bytes }) => html`<li>${name} (${contentType}, ${bytes} B)</li>`,
      )}</ul>`
    : ''
}`,
  });
}

function recipients(mail: Mail, people: readonly DemoPerson[]): string {
  const named = (address: string) => {
    const person = people.find(({ email }) => email === address);
    return person ? `${fullName(person)} <${address}>` : address;
  };
  return mail.to.map(named).join(', ');
}
