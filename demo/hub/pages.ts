import type { BankIdFaults } from '@/demo/bankid/faults';
import { levels } from '@/demo/broker/levels';
import { type BrokerControl, switchesSchema } from '@/demo/broker/switches';
import { html } from '@/demo/web/html';
import {
  type Answer,
  BadRequest,
  type DemoRequest,
  isForm,
  json,
  type Route,
  seeOther,
} from '@/demo/web/http';
import { type Both, languageOf, page } from '@/demo/web/page';

const texts = {
  title: { sv: 'Demovärlden', en: 'The demo world' },
  lead: {
    sv: 'Allt omkring Mina sidor som man behöver för att prova det. Kommunerna, människorna, e-legitimationen och breven är påhittade. Personnumren är Skatteverkets testnummer, som ingen har.',
    en: 'Everything around Mina sidor that one needs to try it. The municipalities, the people, the e-ID and the mail are invented. The personal numbers are the Swedish Tax Agency’s test numbers, which nobody has.',
  },
  municipalities: { sv: 'Kommunernas Mina sidor', en: 'The municipalities’ Mina sidor' },
  granvik: { sv: 'Granvik', en: 'Granvik' },
  granvikLead: { sv: 'Svenska, engelska, finska, arabiska', en: 'Swedish, English, Finnish, Arabic' },
  ekhamn: { sv: 'Ekhamn', en: 'Ekhamn' },
  ekhamnLead: { sv: 'Svenska, engelska, finska', en: 'Swedish, English, Finnish' },
  around: { sv: 'Runt omkring', en: 'Around them' },
  phones: { sv: 'Telefoner', en: 'Phones' },
  phonesLead: {
    sv: 'Godkänn eller avbryt inloggningar och underskrifter med BankID.',
    en: 'Approve or cancel log-ins and signatures with BankID.',
  },
  inbox: { sv: 'Inkorgen', en: 'The inbox' },
  inboxLead: { sv: 'Läs mejlen som Mina sidor skickar.', en: 'Read the mail that Mina sidor sends.' },
  sms: { sv: 'Sms', en: 'Text messages' },
  smsLead: { sv: 'Läs de sms som Mina sidor skickar.', en: 'Read the text messages that Mina sidor sends.' },
  push: { sv: 'Aviseringar', en: 'Notifications' },
  pushLead: {
    sv: 'Se det som låtsaswebbläsarna visar.',
    en: 'See what the pretend browsers show.',
  },
  digitalMail: { sv: 'Digital post', en: 'Digital mail' },
  digitalMailLead: {
    sv: 'Läs det som Mina sidor skickar till digitala brevlådor.',
    en: 'Read what Mina sidor sends to digital mailboxes.',
  },
  backOffice: { sv: 'Verksamhetssystemet', en: 'The back office' },
  backOfficeLead: {
    sv: 'Där handläggaren tar emot ansökningar och beslutar.',
    en: 'Where the officer receives applications and decides.',
  },
  broker: { sv: 'E-legitimationstjänsten', en: 'The e-ID service' },
  brokerLead: {
    sv: 'Den andra vägen in. Den öppnas från inloggningssidan; här står vad den kan.',
    en: 'The other way in. It opens from the log-in page; here it says what it can do.',
  },
  control: { sv: 'Störningar', en: 'Faults' },
  controlLead: {
    sv: 'Låt något gå fel och se vad Mina sidor gör.',
    en: 'Make something go wrong and see what Mina sidor does.',
  },
  bankidAnswers: { sv: 'BankID svarar', en: 'BankID answers' },
  asUsual: { sv: 'som vanligt', en: 'as usual' },
  set: { sv: 'Ställ in', en: 'Set' },
  now: { sv: 'Nu gäller', en: 'Now in force' },
  brokerLevel: { sv: 'Tillitsnivå i svaret', en: 'Level of assurance in the answer' },
  brokerNumber: { sv: 'Utan personnummer', en: 'Without a personal number' },
  emptyInbox: { sv: 'Töm inkorgen', en: 'Empty the inbox' },
  back: { sv: 'Till demovärldens start', en: 'To the start of the demo world' },
} satisfies Record<string, Both>;

const faultTexts: Record<string, Both> = {
  maintenance: { sv: 'att underhåll pågår', en: 'that it is being maintained' },
  internalError: { sv: 'med ett internt fel', en: 'with an internal error' },
  requestTimeout: { sv: 'att det tog för lång tid', en: 'that it took too long' },
  disconnect: { sv: 'inte alls', en: 'not at all' },
};

export interface HubOptions {
  portalPort: number;
  backOfficeUrl: string;
  brokerIssuer: string;
  faults: BankIdFaults;
  broker: BrokerControl;
}

export function hubRoutes(options: HubOptions): Route[] {
  return [
    { method: 'GET', path: '/', answer: (request) => start(request, options) },
    { method: 'GET', path: '/control', answer: (request) => controlPage(request, options) },
    { method: 'GET', path: '/control/broker', answer: () => json(options.broker.current) },
    { method: 'POST', path: '/control/broker', answer: (request) => setBroker(request, options.broker) },
  ];
}

function start(request: DemoRequest, options: HubOptions): Answer {
  // BankID's own start link is https://app.bankid.com/?autostarttoken=…; a portal may use ours in the same shape.
  if (request.url.searchParams.has('autostarttoken')) return seeOther(`/phone/open${request.url.search}`);
  const lang = languageOf(request);
  const card = (href: string, title: Both, lead: Both) =>
    html`<li><a class="card" href="${href}"><h3>${title[lang]}</h3><p class="soft">${lead[lang]}</p></a></li>`;
  const portal = (host: string) => `http://${host}:${options.portalPort}/`;
  return page(request, {
    title: texts.title[lang],
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
<h2>${texts.municipalities[lang]}</h2>
<ul class="grid">
${card(portal('granvik.localhost'), texts.granvik, texts.granvikLead)}
${card(portal('ekhamn.localhost'), texts.ekhamn, texts.ekhamnLead)}
</ul>
<h2>${texts.around[lang]}</h2>
<ul class="grid">
${card('/phone', texts.phones, texts.phonesLead)}
${card('/inbox', texts.inbox, texts.inboxLead)}
${card('/sms', texts.sms, texts.smsLead)}
${card('/push', texts.push, texts.pushLead)}
${card('/digital-mail', texts.digitalMail, texts.digitalMailLead)}
${card(options.backOfficeUrl, texts.backOffice, texts.backOfficeLead)}
${card(`${options.brokerIssuer}/.well-known/openid-configuration`, texts.broker, texts.brokerLead)}
${card('/control', texts.control, texts.controlLead)}
</ul>`,
  });
}

function controlPage(request: DemoRequest, { faults, broker }: HubOptions): Answer {
  const lang = languageOf(request);
  const fault = faults.current.errorCode;
  const { loa, withoutNumber } = broker.current;
  return page(request, {
    title: texts.control[lang],
    body: html`<p><a href="/">${texts.back[lang]}</a></p>
<h1>${texts.control[lang]}</h1>
<p>${texts.controlLead[lang]}</p>
<form class="card" method="post" action="/control/bankid/faults">
<h2>BankID</h2>
<p>${texts.now[lang]}: ${fault ? (faultTexts[fault]?.[lang] ?? fault) : texts.asUsual[lang]}</p>
<label for="fault">${texts.bankidAnswers[lang]}</label>
<select id="fault" name="errorCode"><option value="">${texts.asUsual[lang]}</option>
${Object.entries(faultTexts).map(
  ([code, text]) =>
    html`<option value="${code}" ${code === fault ? html`selected` : ''}>${text[lang]}</option>`,
)}</select>
<div class="buttons"><button>${texts.set[lang]}</button></div>
</form>
<form class="card" method="post" action="/control/broker">
<h2>${texts.broker[lang]}</h2>
<label for="loa">${texts.brokerLevel[lang]}</label>
<select id="loa" name="loa">${levels.map(
      (level) => html`<option ${level === loa ? html`selected` : ''}>${level}</option>`,
    )}</select>
<p><label class="choice"><input type="checkbox" name="withoutNumber" value="yes" ${withoutNumber ? html`checked` : ''}> ${texts.brokerNumber[lang]}</label></p>
<div class="buttons"><button>${texts.set[lang]}</button></div>
</form>
<form class="card" method="post" action="/control/inbox/empty">
<h2>${texts.inbox[lang]}</h2>
<button class="second">${texts.emptyInbox[lang]}</button>
</form>`,
  });
}

async function setBroker(request: DemoRequest, broker: BrokerControl): Promise<Answer> {
  const fromPage = isForm(request);
  const parsed = switchesSchema.safeParse(fromPage ? fromForm(await request.form()) : await request.json());
  if (!parsed.success)
    throw new BadRequest(`loa is one of ${levels.join(', ')}, withoutNumber true or false`);
  broker.set(parsed.data);
  return fromPage ? seeOther('/control') : json(broker.current);
}

function fromForm(form: URLSearchParams) {
  return { loa: form.get('loa') ?? undefined, withoutNumber: form.get('withoutNumber') === 'yes' };
}
