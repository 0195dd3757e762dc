import { type Order, type Outcomes, type Refusal, requiredPersonalNumber } from '@/demo/bankid/order';
import type { BankIdOrders } from '@/demo/bankid/orders';
import { type PhoneText, phoneTexts, refusalTexts } from '@/demo/bankid/phone-texts';
import { userText } from '@/demo/bankid/user-text';
import type { DemoPerson } from '@/demo/people';
import { fullName, personBySlug, slugOf } from '@/demo/person-names';
import { type Html, html } from '@/demo/web/html';
import { type Answer, type DemoRequest, type Route, seeOther } from '@/demo/web/http';
import { languageOf, notFoundPage, page } from '@/demo/web/page';

export interface PhonePagesOptions {
  orders: BankIdOrders;
  people: readonly DemoPerson[];
  now(): number;
}

type Say = (text: PhoneText) => string;
type Notice = Extract<PhoneText, 'approved' | 'declined' | 'callDeclined'>;

const sayIn =
  (request: DemoRequest): Say =>
  (text) =>
    phoneTexts[text][languageOf(request)];

/** The demo people's phones: what the BankID app would show, as plain pages. */
export function phoneRoutes(options: PhonePagesOptions): Route[] {
  const { people } = options;
  /** Finds whose phone an address is about before the page is made. */
  const onPhone =
    (make: (request: DemoRequest, person: DemoPerson) => Answer | Promise<Answer>) =>
    (request: DemoRequest) => {
      const person = personBySlug(people, request.params.person);
      return person ? make(request, person) : notFoundPage(request);
    };
  return [
    { method: 'GET', path: '/phone', answer: (request) => phoneList(request, people) },
    { method: 'GET', path: '/phone/open', answer: (request) => openPage(request, options) },
    { method: 'POST', path: '/phone/open', answer: (request) => open(request, options) },
    {
      method: 'GET',
      path: '/phone/:person',
      answer: onPhone((request, person) => phonePage(request, person, options)),
    },
    {
      method: 'GET',
      path: '/phone/:person/state',
      answer: onPhone((_, person) => ({
        headers: { 'content-type': 'text/plain' },
        body: stateOf(person, options.orders),
      })),
    },
    {
      method: 'POST',
      path: '/phone/:person/scan',
      answer: onPhone((request, person) => scan(request, person, options)),
    },
    {
      method: 'POST',
      path: '/phone/:person/orders/:orderRef/:action',
      answer: onPhone((request, person) => act(request, person, options.orders)),
    },
  ];
}

function phoneList(request: DemoRequest, people: readonly DemoPerson[]): Answer {
  const say = sayIn(request);
  const lang = languageOf(request);
  return page(request, {
    title: say('phones'),
    body: html`<h1>${say('phones')}</h1>
<p>${say('phonesLead')}</p>
<ul class="grid">${people.map(
      (
        person,
      ) => html`<li><a class="card" href="/phone/${slugOf(person)}"><h2 class="name">${fullName(person)}</h2>
<p class="soft">${person.note[lang]}</p></a></li>`,
    )}</ul>`,
  });
}

function phonePage(request: DemoRequest, person: DemoPerson, options: PhonePagesOptions): Answer {
  const say = sayIn(request);
  const { orders } = options;
  const held = orders.heldBy(person);
  const calls = orders.callsFor(person);
  const base = `/phone/${slugOf(person)}`;
  return page(request, {
    look: 'phone',
    title: `${say('phoneOf')}: ${fullName(person)}`,
    watch: `${base}/state`,
    body: html`<h1>${fullName(person)}</h1>
${notice(request)}
${held.map((order) => heldOrder(order, base, say))}
${calls.map((order) => incomingCall(order, base, say))}
${held.length + calls.length === 0 ? html`<p>${say('nothing')}</p>` : ''}
${scanning(base, say, options)}
<p class="buttons"><a href="${base}">${say('refresh')}</a> <a href="/phone">${say('allPhones')}</a></p>`,
  });
}

function notice(request: DemoRequest): Html | null {
  const lang = languageOf(request);
  const refusal = refusalTexts[request.url.searchParams.get('refused') as Refusal];
  if (refusal) return html`<p class="message bad" role="alert">${refusal[lang]}</p>`;
  const done = request.url.searchParams.get('done');
  const isNotice = (text: string | null): text is Notice =>
    text === 'approved' || text === 'declined' || text === 'callDeclined';
  return isNotice(done) ? html`<p class="message good" role="status">${phoneTexts[done][lang]}</p>` : null;
}

function heldOrder(order: Order, base: string, say: Say): Html {
  const action = (name: string) => `${base}/orders/${order.orderRef}/${name}`;
  const { request } = order;
  if (request.channel === 'call' && !order.callConfirmed) {
    return html`<section class="card"><h2>${say('call')}</h2>
<p>${say('askedBy')}: <strong>${order.askedBy}</strong></p>
<p>${say(request.body.callInitiator === 'user' ? 'callYou' : 'callThey')}</p>
<div class="buttons">${button(action('confirm-call'), say('confirmCall'))}${button(action('decline-call'), say('declineCall'), 'second')}</div></section>`;
  }
  const site = request.channel === 'screen' ? request.body.web?.referringDomain : undefined;
  const text = userText(request.body.userVisibleData, request.body.userVisibleDataFormat);
  return html`<section class="card"><h2>${say(order.kind)}</h2>
<p>${say('askedBy')}: <strong>${order.askedBy}</strong>${site ? html`<br>${say('site')}: ${site}` : ''}</p>
${text ? html`<div class="asked">${text}</div>` : html`<p class="soft">${say('noText')}</p>`}
<div class="buttons">${button(action('approve'), say(order.kind === 'auth' ? 'approveAuth' : 'approveSign'))}${button(action('decline'), say('decline'), 'second')}</div></section>`;
}

function incomingCall(order: Order, base: string, say: Say): Html {
  return html`<section class="card"><h2>${say(order.kind)}</h2><p>${say('askedBy')}: <strong>${order.askedBy}</strong></p>
${button(`${base}/orders/${order.orderRef}/open-call`, say('openCall'))}</section>`;
}

function scanning(base: string, say: Say, { orders, now }: PhonePagesOptions): Html {
  const waiting = orders.onScreens();
  return html`<h2>${say('scan')}</h2>
${waiting.length === 0 ? html`<p class="soft">${say('noScreens')}</p>` : html`<p class="soft">${say('onScreens')}</p>`}
${waiting.map((order) => {
  const site =
    (order.request.channel === 'screen' && order.request.body.web?.referringDomain) || order.askedBy;
  const age = Math.floor((now() - order.createdAt) / 1000);
  return html`<form method="post" action="${base}/scan"><input type="hidden" name="orderRef" value="${order.orderRef}">
<button class="second wide">${say('scanThis')}: ${say(order.kind)}, ${site}, ${age} ${say('secondsAgo')}</button></form>`;
})}
<form method="post" action="${base}/scan"><label for="qr">${say('paste')}</label>
<input type="text" id="qr" name="qr" autocomplete="off" spellcheck="false" required>
<div class="buttons"><button class="second">${say('scanPasted')}</button></div></form>`;
}

function button(action: string, label: string, look = ''): Html {
  return html`<form method="post" action="${action}"><button class="${look}">${label}</button></form>`;
}

/** Picking a code from the list goes through the same check, with the code that the screen shows at that moment. */
async function scan(
  request: DemoRequest,
  person: DemoPerson,
  { orders }: PhonePagesOptions,
): Promise<Answer> {
  const form = await request.form();
  const picked = orders.find(form.get('orderRef') ?? '');
  return backTo(person, orders.scan(person, picked ? orders.currentQr(picked) : (form.get('qr') ?? '')));
}

function backTo(person: DemoPerson, result: Outcomes, done?: Notice): Answer {
  const base = `/phone/${slugOf(person)}`;
  if (!result.ok) return seeOther(`${base}?refused=${result.reason}`);
  return seeOther(done ? `${base}?done=${done}` : base);
}

function act(request: DemoRequest, person: DemoPerson, orders: BankIdOrders): Answer {
  const orderRef = request.params.orderRef ?? '';
  switch (request.params.action) {
    case 'approve':
      return backToWebsite(person, orders.approve(person, orderRef), 'approved');
    case 'decline':
      return backToWebsite(person, orders.decline(person, orderRef), 'declined');
    case 'open-call':
      return backTo(person, orders.openCall(person, orderRef));
    case 'confirm-call':
      return backTo(person, orders.confirmCall(person, orderRef));
    case 'decline-call':
      return backTo(person, orders.declineCall(person, orderRef), 'callDeclined');
    default:
      return notFoundPage(request);
  }
}

/** An app that was opened from a website returns to it, whatever the answer was; a scanning phone stays. */
function backToWebsite(person: DemoPerson, result: Outcomes, done: Notice): Answer {
  const target = result.ok ? returnAddress(result.order) : null;
  return target ? seeOther(target) : backTo(person, result, done);
}

function returnAddress(order: Order): string | null {
  if (order.startedBy !== 'autostart' || order.request.channel !== 'screen') return null;
  const target = order.request.body.returnUrl ?? order.redirect;
  return target && /^https?:\/\//.test(target) ? target : null;
}

/** "BankID on this device": where the portal's start link leads in the demo world. */
function openPage(request: DemoRequest, { orders, people }: PhonePagesOptions): Answer {
  const say = sayIn(request);
  const lang = languageOf(request);
  const token = request.url.searchParams.get('autostarttoken') ?? '';
  const order = orders.byAutoStartToken(token);
  if (!order || order.outcome || order.holder) {
    return page(request, {
      look: 'phone',
      status: 404,
      title: say('gone'),
      body: html`<h1>${say('gone')}</h1><p>${say('goneLead')}</p>`,
    });
  }
  const needed = requiredPersonalNumber(order.request);
  const inOrder = [...people].sort(
    (a, b) => Number(b.nationalId === needed) - Number(a.nationalId === needed),
  );
  return page(request, {
    look: 'phone',
    title: say('whoseDevice'),
    body: html`<h1>${say('whoseDevice')}</h1>
${notice(request)}
<p class="soft">${say('whoseDeviceLead')}</p>
<form method="post" action="/phone/open">
<input type="hidden" name="autostarttoken" value="${token}">
<input type="hidden" name="redirect" value="${request.url.searchParams.get('redirect') ?? ''}">
${inOrder.map(
  (
    person,
  ) => html`<p><button class="${person.nationalId === needed ? '' : 'second'} wide" name="person" value="${slugOf(person)}">${fullName(person)}
<br><small>${person.nationalId === needed ? say('neededPerson') : person.note[lang]}</small></button></p>`,
)}
</form>`,
  });
}

async function open(request: DemoRequest, { orders, people }: PhonePagesOptions): Promise<Answer> {
  const form = await request.form();
  const token = form.get('autostarttoken') ?? '';
  const redirect = form.get('redirect') ?? '';
  const person = personBySlug(people, form.get('person') ?? '');
  if (!person) return notFoundPage(request);
  const result = orders.openOnThisDevice(person, token, redirect);
  if (result.ok) return backTo(person, result);
  const query = new URLSearchParams({ autostarttoken: token, redirect, refused: result.reason });
  return seeOther(`/phone/open?${query}`);
}

/** Changes whenever the phone's page would look different; the age of a code aside. */
function stateOf(person: DemoPerson, orders: BankIdOrders): string {
  const shown = [...orders.heldBy(person), ...orders.callsFor(person), ...orders.onScreens()];
  return shown.map((order) => `${order.orderRef} ${order.connectedAt} ${order.callConfirmed}`).join('\n');
}
