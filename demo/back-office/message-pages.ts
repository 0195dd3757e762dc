import { type Html, html } from '@/demo/web/html';
import type { Conversation, ConversationInList } from './messages';
import { documentLine, townOf, when } from './parts';
import type { ThreadState } from './portal';

/* The officers' pages for what residents write. */

const about = ({ subject, service }: { subject: string | null; service: string | null }): string =>
  subject ?? (service ? `Fråga om ${service}` : 'Om ärendet');

export function messagesBody(conversations: readonly ConversationInList[]): Html {
  return html`<p><a href="/">Alla ärenden</a></p>
<h1>Meddelanden</h1>
${
  conversations.length === 0
    ? html`<p class="card">Här är inga meddelanden än. De kommer hit när någon skriver på Mina sidor.</p>`
    : html`<div class="scroll"><table>
<thead><tr><th scope="col">Gäller</th><th scope="col">Från</th><th scope="col">Ärende</th><th scope="col">Kommun</th><th scope="col">Senast</th><th scope="col">Oläst</th></tr></thead>
<tbody>${conversations.map(
        (one) => html`<tr>
<td><a href="/messages/${one.id}" dir="auto">${about(one)}</a></td>
<td>${one.person}</td>
<td>${one.case_number ?? 'inget'}</td>
<td>${townOf(one.municipality)}</td>
<td>${when(one.latest)}</td>
<td>${one.unread > 0 ? html`<span class="tag waiting">${one.unread}</span>` : '0'}</td>
</tr>`,
      )}</tbody>
</table></div>`
}
<p><a href="">Uppdatera sidan</a></p>`;
}

export function conversationBody(
  found: Conversation,
  error: string | null,
  state: ThreadState | string | null,
): Html {
  const { caseRow, messages, threadId, id } = found;
  const unread = messages.some(({ author, read_at }) => author === 'resident' && !read_at);
  return html`<p><a href="/messages">Alla meddelanden</a></p>
<h1 dir="auto">${about(found)}</h1>
<p>${found.person}, ${townOf(found.municipality)}${caseRow && html`, <a href="/cases/${caseRow.id}">${caseRow.number}</a>`}</p>
${caseRow?.is_protected && html`<p class="message bad"><strong>Skyddade personuppgifter.</strong> Lämna inte ut några uppgifter, inte ens att personen förekommer här.</p>`}
${error && html`<p class="message bad" role="alert">${error}</p>`}
${messages.map(
  (
    one,
  ) => html`<section class="card" aria-labelledby="m${one.id}"><h2 id="m${one.id}">${one.written_by}${one.author === 'office' && ' (vi)'}, ${when(one.written_at)}</h2>
${one.addressee && html`<p class="soft">Till ${[one.addressee.name, one.addressee.unit].filter(Boolean).join(', ')}</p>`}
<p dir="auto" style="white-space:pre-line">${one.text}</p>
${one.documents.length > 0 && html`<ul>${one.documents.map((document) => documentLine(document, `/messages/documents/${document.id}`))}</ul>`}
${one.author === 'resident' && html`<p class="soft">${one.read_at ? `Läst av ${one.read_by} ${when(one.read_at)}` : 'Oläst'}</p>`}</section>`,
)}
${unread && html`<form class="card" method="post" action="/messages/${id}/read"><button>Markera som läst</button> <span class="hint">Den som skrev ser att du har läst.</span></form>`}
<section class="card" aria-labelledby="answer"><h2 id="answer">Svara</h2>
${writeForm(`/messages/${id}/answer`)}</section>
${threadId && html`<p><a href="/messages/${id}?portal=1">Se vad hon har läst på Mina sidor</a> <span class="hint">Hon ser att du har tittat.</span></p>`}
${stateBody(state)}`;
}

const stateBody = (state: ThreadState | string | null): Html | string => {
  if (state === null) return '';
  if (typeof state === 'string') return html`<p class="refused">${state}</p>`;
  return html`<ul>${state.messages
    .filter(({ author }) => author === 'office')
    .map(
      ({ sentAt, readAt }) =>
        html`<li>${when(sentAt)}: ${readAt ? `visat för henne ${when(readAt)}` : 'inte visat för henne än'}</li>`,
    )}</ul>`;
};

const writeForm = (action: string): Html => html`<form method="post" action="${action}">
<label for="message">Till den som skrev</label>
<textarea id="message" name="text" rows="5" required maxlength="10000"></textarea>
<button>Skicka meddelandet</button>
</form>`;

/** On a case's page: what has been written in it, and the way to begin. */
export const caseMessages = (caseId: number, conversations: readonly ConversationInList[]): Html =>
  html`<section class="card" aria-labelledby="messages"><h2 id="messages">Meddelanden</h2>
${
  conversations.length === 0
    ? html`<p class="soft">Inga än.</p>`
    : html`<ul>${conversations.map(
        (one) =>
          html`<li><a href="/messages/${one.id}" dir="auto">${about(one)}</a>, ${when(one.latest)} ${one.unread > 0 && html`<span class="tag waiting">${one.unread} olästa</span>`}</li>`,
      )}</ul>`
}
<details id="write"><summary>Skriv till den sökande</summary>${writeForm(`/cases/${caseId}/messages`)}</details></section>`;
