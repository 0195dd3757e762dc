import { type Html, html } from '@/demo/web/html';
import type { WholeCase } from './cases';
import type { CommentRow, RoundRow } from './comments';
import { documentList, when } from './parts';

/** What has been sent to be read before the decision, and what was said of it. */
export const roundCards = (found: WholeCase, isDecided: boolean): Html[] =>
  found.comments.rounds.map((round) => {
    const said = found.comments.said.filter(({ round_id }) => round_id === round.id);
    const id = round.external_id;
    return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">Kommunicering ${id}</h2>
<p>${round.text}</p>
<p class="soft">Skickad av ${round.asked_by}${round.document_name && ` (bilaga: ${round.document_name})`}, synpunkter senast ${round.due_on}</p>
${said.map((one) => commentOf(found, one))}
${
  round.withdrawn_at
    ? html`<p class="soft">Tillbakatagen ${when(round.withdrawn_at)}.</p>`
    : isDecided
      ? ''
      : html`${said.length === 0 && html`<p class="waiting">Inget svar än.</p>`}${deeds(found, round)}`
}
</section>`;
  });

const commentOf = ({ id, documents }: WholeCase, one: CommentRow): Html =>
  html`<h3>Svar ${one.number}, ${when(one.sent_at)}</h3>
${
  one.kind === 'nothing-to-add'
    ? html`<p>Har inget att tillägga.</p>`
    : html`<p dir="auto">${one.text || 'Bara filer.'}</p>${documentList(
        documents.filter(({ comment_id }) => comment_id === one.id),
        id,
      )}`
}`;

const deeds = ({ id }: WholeCase, round: RoundRow): Html => html`<details><summary>Ändra</summary>
<form method="post" action="/cases/${id}/comment-due-dates">
<input type="hidden" name="round" value="${round.external_id}">
<label for="more-${round.external_id}">Ny sista dag för synpunkter</label>
<input type="date" id="more-${round.external_id}" name="dueOn" required min="${round.due_on}">
<button>Ge längre tid</button>
</form>
<form method="post" action="/cases/${id}/comment-withdrawals">
<input type="hidden" name="round" value="${round.external_id}">
<button>Ta tillbaka materialet</button>
</form></details>`;

export const roundForm = (
  { id }: WholeCase,
  dueOn: string,
): Html => html`<details id="communicate"><summary>Kommunicera före beslut</summary>
<form method="post" action="/cases/${id}/comment-rounds" enctype="multipart/form-data">
<label for="material">Det här ska beslutet bygga på</label>
<textarea id="material" name="text" rows="5" required maxlength="20000"></textarea>
<label for="material-document">Utredningen som PDF <span class="hint">Kan lämnas tomt. Högst 5 MB.</span></label>
<input type="file" id="material-document" name="document" accept="application/pdf">
<label for="comments-due">Synpunkter senast</label>
<input type="date" id="comments-due" name="dueOn" required value="${dueOn}">
<button>Skicka materialet</button>
</form></details>`;
