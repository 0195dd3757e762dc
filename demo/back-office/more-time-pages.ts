import { type Html, html } from '@/demo/web/html';
import type { SupplementRow, WholeCase } from './cases';
import type { MoreTimeRow } from './more-time';
import { when } from './parts';

/** What has been asked of more time, and the forms that answer it. */
export const moreTimeCards = ({ id, moreTime }: WholeCase): Html[] =>
  moreTime.map(
    (
      one,
    ) => html`<section class="card" aria-labelledby="${one.portal_id}"><h2 id="${one.portal_id}">Vill ha mer tid för ${one.external_id}</h2>
<p>Till och med <strong>${one.wished_on}</strong>. <span class="soft">Begärt ${when(one.sent_at)}.</span></p>
<p dir="auto">${one.reason}</p>
${one.outcome ? answered(one) : forms(id, one)}
</section>`,
  );

const answered = ({ outcome, due_on, refusal, answered_by }: MoreTimeRow): Html =>
  outcome === 'granted'
    ? html`<p class="soft">Ny sista dag: ${due_on}, ${answered_by}.</p>`
    : html`<p>${refusal}</p><p class="soft">Nej, ${answered_by}.</p>`;

const forms = (
  caseId: number,
  { portal_id, wished_on }: MoreTimeRow,
): Html => html`<form method="post" action="/cases/${caseId}/more-time">
<input type="hidden" name="asked" value="${portal_id}">
<label for="until-${portal_id}">Ny sista dag</label>
<input type="date" id="until-${portal_id}" name="dueOn" required value="${wished_on}">
<button name="deed" value="grant">Ge mer tid</button>
</form>
<details><summary>Säg nej</summary>
<form method="post" action="/cases/${caseId}/more-time">
<input type="hidden" name="asked" value="${portal_id}">
<label for="why-${portal_id}">Till den sökande: varför inte?</label>
<textarea id="why-${portal_id}" name="reason" rows="3" required maxlength="4000"></textarea>
<button name="deed" value="refuse">Säg nej</button>
</form></details>`;

/** For whoever has rung. */
export const longerForm = (
  caseId: number,
  { external_id, due_on }: SupplementRow,
): Html => html`<details><summary>Ge mer tid</summary>
<form method="post" action="/cases/${caseId}/more-time">
<input type="hidden" name="supplement" value="${external_id}">
<label for="longer-${external_id}">Ny sista dag</label>
<input type="date" id="longer-${external_id}" name="dueOn" required min="${due_on}">
<button name="deed" value="grant">Ge mer tid</button>
</form></details>`;
