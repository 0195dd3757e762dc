import { type Html, html } from '@/demo/web/html';
import { appealCards } from './appeal-pages';
import { applicationView, languageName, roleOf, titleOf } from './application-view';
import { type CaseRow, outcomes, type PartRow, phases, type SupplementRow, type WholeCase } from './cases';
import { roundCards, roundForm } from './comment-pages';
import { municipalities } from './credentials';
import { delayBody } from './delay-pages';
import { kindOfCase } from './kinds-of-case';
import { caseMessages } from './message-pages';
import type { ConversationInList } from './messages';
import { longerForm, moreTimeCards } from './more-time-pages';
import { offerBody } from './offer-pages';
import { type Officer, officers } from './officers';
import { day, documentList, townOf, when } from './parts';
import type { CaseState } from './portal';
import type { Stuck } from './stuck';
import { style } from './style';
import { withdrawalsBody } from './withdrawals';

const nameOf = ({ applicant }: CaseRow): string => `${applicant.givenName} ${applicant.surname}`;
const dashed = (number: string): string => `${number.slice(0, 8)}-${number.slice(8)}`;

/** A whole page; `path` is where the choice of officer leads back to. */
export function page(title: string, officer: Officer, path: string, body: Html): string {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Omsorgssystemet (demo)</title>
<style>${raw(style)}</style>
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#main">Hoppa till innehållet</a>
<header>
<a class="brand" href="/">Omsorgssystemet (demo)</a>
<a href="/messages">Meddelanden</a>
<a href="/bookings">Bokade tider</a>
<a href="/power">Strömbrytare</a>
<form method="post" action="/officer">
<input type="hidden" name="back" value="${path}">
<label for="officer">Du är</label>
<select id="officer" name="officer">
${officers.map((one) => html`<option value="${one.id}"${one.id === officer.id ? raw(' selected') : ''}>${one.name}</option>`)}
</select>
<button>Byt</button>
</form>
</header>
<main id="main">
${body}
</main>
</body>
</html>`.toString();
}

/** Only for constants of ours. */
const raw = (text: string): Html => html([text] as never as TemplateStringsArray);

export interface Inbox {
  cases: readonly CaseRow[];
  municipality: string | null;
  contacts: readonly {
    municipality: string;
    at: Date | undefined;
    failure: string | undefined;
    stuck: readonly Stuck[];
  }[];
  unsent: number;
  unread: number;
}

export function inboxBody({ cases, municipality, contacts, unsent, unread }: Inbox): Html {
  const filter = (value: string | null, name: string) =>
    html`<a href="${value ? `/?municipality=${value}` : '/'}"${municipality === value ? raw(' aria-current="page"') : ''}>${name}</a>`;
  return html`<h1>Inkomna ärenden</h1>
${unread > 0 && html`<p class="message note"><a href="/messages">${unread === 1 ? 'Ett oläst meddelande' : `${unread} olästa meddelanden`}</a></p>`}
<nav class="filter" aria-label="Kommun">${filter(null, 'Alla')} ${municipalities.map(({ tenantId, name }) => filter(tenantId, name))}</nav>
${
  cases.length === 0
    ? html`<p class="card">Här är inga ärenden än. De kommer hit när någon skickar in en ansökan på Mina sidor.</p>`
    : html`<div class="scroll"><table>
<thead><tr><th scope="col">Ärende</th><th scope="col">Sökande</th><th scope="col">Gäller</th><th scope="col">Kommun</th><th scope="col">Inkom</th><th scope="col">Läge</th></tr></thead>
<tbody>${cases.map(
        (one) => html`<tr>
<td><a href="/cases/${one.id}">${one.number}</a></td>
<td>${nameOf(one)} ${one.is_protected && html`<span class="tag protected">Skyddade uppgifter</span>`}</td>
<td>${titleOf(one.application)}</td>
<td>${townOf(one.municipality)}</td>
<td>${when(one.application.submittedAt)}</td>
<td><span class="tag ${one.phase}">${phases[one.phase]}</span></td>
</tr>`,
      )}</tbody>
</table></div>`
}
<h2 style="margin-top:1.5rem">Kontakten med Mina sidor</h2>
<ul>
${contacts.map(
  ({ municipality: town, at, failure, stuck }) =>
    html`<li>${townOf(town)}: ${at ? `senast ${when(at)}` : 'ingen kontakt än'}${failure && html` <span class="refused">Nu: ${failure}. Nytt försök görs av sig självt.</span>`}${stuckList(stuck)}</li>`,
)}
<li>${unsent === 0 ? 'Allt är skickat till Mina sidor.' : html`<span class="waiting">${unsent} meddelanden väntar på att skickas till Mina sidor.</span>`}</li>
</ul>
<p><a href="">Uppdatera sidan</a></p>`;
}

/** The reason is the log's own, word for word: it is for whoever mends the system. */
const stuckList = (stuck: readonly Stuck[]): Html | '' =>
  stuck.length > 0
    ? html`<ul>${stuck.map(
        ({ id, reason, attempts, nextAt }) =>
          html`<li class="refused">Leverans ${id} kan inte tas emot: <span lang="en">${reason}</span>. Försök hittills: ${attempts}. Nästa: ${when(nextAt)}.</li>`,
      )}</ul>`
    : '';

export function caseBody(
  found: WholeCase,
  conversations: readonly ConversationInList[],
  error: string | null,
  state: CaseState | string | null,
): Html {
  const { application, applicant } = found;
  const decided = found.decisions.some(({ matter }) => matter === 'application');
  return html`<p><a href="/">Alla ärenden</a></p>
<h1>${found.number}: ${titleOf(application)}</h1>
${error && html`<p class="message bad" role="alert">${error}</p>`}
${applicant.protectedIdentity && html`<p class="message bad"><strong>Skyddade personuppgifter.</strong> Lämna inte ut några uppgifter, inte ens att personen förekommer här.</p>`}
<div class="columns">
<div>
<section class="card" aria-labelledby="who"><h2 id="who">Sökande</h2>
<dl>
<dt>Namn</dt><dd>${nameOf(found)}</dd>
<dt>Personnummer</dt><dd>${dashed(applicant.personalNumber)}</dd>
<dt>Telefon</dt><dd>${applicant.phone ?? 'inte angiven'}</dd>
<dt>E-post</dt><dd>${applicant.email ?? 'inte angiven'}</dd>
<dt>Språk</dt><dd>${languageName(applicant.language)}</dd>
<dt>Kommun</dt><dd>${townOf(found.municipality)}</dd>
<dt>Nummer på Mina sidor</dt><dd>${found.portal_number}</dd>
<dt>Inkom</dt><dd>${when(application.submittedAt)}</dd>
<dt>Underskriven av</dt>${application.signatures.map(
    ({ role, name, title, personalNumber, signedAt }) =>
      html`<dd>${name ?? dashed(personalNumber)}${title && html` (${roleOf(application, role, title)})`}, ${when(signedAt)}</dd>`,
  )}
<dt>Läge</dt><dd>${phases[found.phase]}</dd>
</dl></section>
<section class="card" aria-labelledby="asked"><h2 id="asked">Ansökan</h2>
${applicationView(application)}
<h3>Bilagor</h3>
${documentList(
  found.documents.filter(({ part_id, appeal_id, comment_id }) => !part_id && !appeal_id && !comment_id),
  found.id,
)}
</section>
</div>
<div>
${found.supplements.map((one) => supplementCard(found, one))}
${roundCards(found, decided)}
${moreTimeCards(found)}
${found.decisions.map(
  (
    one,
  ) => html`<section class="card" aria-labelledby="${one.external_id}"><h2 id="${one.external_id}">Beslut ${one.external_id}: ${outcomes[one.outcome]}${matterWords[one.matter] ?? ''}</h2>
<p>${one.decided}</p><p>${one.reasons}</p>
<p class="soft">${one.decided_on}, ${one.decided_by}${one.document_name && ` (bilaga: ${one.document_name})`}</p></section>`,
)}
${appealCards(found)}
${offerBody(found, isGrantedHome(found))}
${
  decided
    ? ''
    : html`<section class="card" aria-labelledby="go-on"><h2 id="go-on">Handlägg</h2>
${found.phase === 'new' && html`<form method="post" action="/cases/${found.id}/phase"><button name="phase" value="investigated">Börja utreda</button></form>`}
<details id="ask"><summary>Begär komplettering</summary>
<form method="post" action="/cases/${found.id}/supplements">
<label for="text">Till den sökande</label>
<textarea id="text" name="text" rows="4" required maxlength="4000"></textarea>
<label for="items">Vad behövs? <span class="hint">En sak på varje rad</span></label>
<textarea id="items" name="items" rows="3" required></textarea>
<label for="dueOn">Senast</label>
<input type="date" id="dueOn" name="dueOn" required value="${day(new Date(Date.now() + 14 * 86_400_000))}">
<button>Skicka begäran</button>
</form></details>
${roundForm(found, day(new Date(Date.now() + 14 * 86_400_000)))}
<details id="decide"><summary>Fatta beslut</summary>
<form method="post" action="/cases/${found.id}/decisions" enctype="multipart/form-data">
<label for="outcome">Beslut</label>
<select id="outcome" name="outcome">${Object.entries(outcomes).map(([value, name]) => html`<option value="${value}">${name}</option>`)}</select>
<label for="decidedOn">Beslutsdag</label>
<input type="date" id="decidedOn" name="decidedOn" required value="${day(new Date())}">
<label for="decided">Vad har beslutats?</label>
<textarea id="decided" name="decided" rows="3" required maxlength="4000"></textarea>
<label for="reasons">Skäl</label>
<textarea id="reasons" name="reasons" rows="5" required maxlength="20000"></textarea>
<label for="document">Beslutet som PDF <span class="hint">Kan lämnas tomt. Högst 5 MB.</span></label>
<input type="file" id="document" name="document" accept="application/pdf">
<button>Fatta beslut</button>
</form></details>
</section>`
}
${withdrawalsBody(found.withdrawals, decided, when)}${delayBody(found, decided)}
${decided && found.phase !== 'closed' ? html`<form class="card" method="post" action="/cases/${found.id}/phase"><h2>Avsluta</h2><button name="phase" value="closed">Avsluta ärendet</button></form>` : ''}
${caseMessages(found.id, conversations)}
<section class="card" aria-labelledby="told"><h2 id="told">Skickat till Mina sidor</h2>
<ul class="plain">${found.messages.map(
    ({ what, state: sent, last_error, created_at }) =>
      html`<li>${when(created_at)} ${what}: ${
        sent === 'sent'
          ? html`<span class="sent">framme</span>`
          : sent === 'refused'
            ? html`<span class="refused">togs inte emot (${last_error})</span>`
            : html`<span class="waiting">väntar${last_error && ` (${last_error})`}</span>`
      }</li>`,
  )}</ul>
<p><a href="/cases/${found.id}?portal=1">Se hur ärendet står på Mina sidor</a> <span class="hint">Den sökande ser att du har tittat.</span></p>
${stateBody(state)}
</section>
</div>
</div>`;
}

/** A place at a care home that has been decided: now she waits for one to be offered. */
const isGrantedHome = ({ application, decisions }: WholeCase): boolean =>
  kindOfCase(application).letters === 'SÄBO' &&
  decisions.some(({ outcome }) => outcome === 'granted' || outcome === 'partly_granted');

const matterWords: Record<string, string> = {
  delay_request: ' på begäran om avgörande',
  appeal: ' av ett överklagande',
};

/** The portal's words for a case, in ours. What a later version may add is shown as it is. */
const portalWords: Record<string, string> = {
  received_by_us: 'Mottagen av kommunen',
  received_by_office: 'Mottagen av handläggarna',
  being_looked_into: 'Utreds',
  waiting_for_you: 'Väntar på den sökande',
  comments_before_decision: 'Kommuniceras',
  decided: 'Beslutad',
  closed: 'Avslutad',
  withdrawn: 'Återtagen',
  asked: 'inte besvarad',
  answered: 'besvarad',
  received: 'svaret är hämtat',
};

function stateBody(state: CaseState | string | null): Html | string {
  if (state === null) return '';
  if (typeof state === 'string') return html`<p class="refused">${state}</p>`;
  return html`<dl><dt>Läge där</dt><dd>${portalWords[state.phase] ?? state.phase}</dd>
${state.supplements.map(({ externalId, status }) => html`<dt>${externalId}</dt><dd>${status === 'withdrawn' ? 'tillbakatagen' : (portalWords[status] ?? status)}</dd>`)}
${state.commentRounds.map(({ externalId, status, openedAt }) => html`<dt>${externalId}</dt><dd>${status === 'answered' ? 'besvarad' : openedAt ? `läst ${when(openedAt)}` : 'inte läst än'}</dd>`)}
${state.decisions.map(({ externalId, openedAt }) => html`<dt>${externalId}</dt><dd>${openedAt ? `öppnat ${when(openedAt)}` : 'inte öppnat än'}</dd>`)}</dl>`;
}

function supplementCard(found: WholeCase, one: SupplementRow): Html {
  const parts = found.parts.filter(({ supplement_id }) => supplement_id === one.id);
  return html`<section class="card" aria-labelledby="${one.external_id}"><h2 id="${one.external_id}">Komplettering ${one.external_id}</h2>
<p>${one.text}</p><ol>${one.items.map(({ text }) => html`<li>${text}</li>`)}</ol>
<p class="soft">Begärd av ${one.asked_by}, senast ${one.due_on}</p>
${parts.length === 0 ? html`<p class="waiting">Inget svar än.</p>` : parts.map((part) => partOf(found, one, part))}
${parts.length > 0 && !one.answered_at && html`<p class="waiting">Mer är att vänta.</p>`}
${!one.answered_at && longerForm(found.id, one)}
</section>`;
}

/** One sending: what was written about each thing, and its files. */
function partOf(found: WholeCase, { items }: SupplementRow, part: PartRow): Html {
  const said = items.flatMap(({ id, text }) => {
    const written = part.items.find((item) => item.id === id)?.text;
    return written ? [html`<dt>${text}</dt><dd dir="auto">${written}</dd>`] : [];
  });
  return html`<h3>Svar, del ${part.number}, ${when(part.sent_at)}</h3>
${said.length > 0 ? html`<dl>${said}</dl>` : html`<p>Inget skrivet svar.</p>`}${documentList(
  found.documents.filter(({ part_id }) => part_id === part.id),
  found.id,
)}
${part.is_last && html`<p class="soft">Den sökande skickar inget mer.</p>`}`;
}

export function powerBody(off: Date | null): Html {
  return html`<h1>Strömbrytare</h1>
<p>Prova vad som händer på Mina sidor när det här systemet är borta. Ingenting går förlorat: när systemet slås på igen hämtar det allt som väntar.</p>
${
  off
    ? html`<p class="message note"><strong>Systemet är avstängt</strong> till ${when(off)}. Mina sidor når det inte.</p>
<form method="post" action="/power"><button name="action" value="on">Slå på</button></form>`
    : html`<p class="message"><strong>Systemet är på.</strong></p>
<form method="post" action="/power">
<label for="minutes">Minuter</label>
<input type="number" id="minutes" name="minutes" min="1" max="1440" value="10" required>
<button name="action" value="off">Stäng av</button>
</form>`
}`;
}

export const offBody = html`<h1>Systemet är avstängt</h1>
<p>Det är avstängt med strömbrytaren. Ingenting hämtas och ingenting skickas.</p>
<p><a href="/power">Till strömbrytaren</a></p>`;

export const elsewhereBody = html`<h1>Det kom från en annan webbplats</h1>
<p>Ingenting har ändrats.</p><p><a href="/">Alla ärenden</a></p>`;

export const notFoundBody = html`<h1>Sidan finns inte</h1><p><a href="/">Alla ärenden</a></p>`;
