import { type Html, html } from '@/demo/web/html';
import type { WholeCase } from './cases';

/** What has been told of a delay and asked because of it, and the forms to do so. */
export function delayBody({ id, delay, decisions }: WholeCase, isDecided: boolean): Html {
  const { notices, request } = delay;
  const isRefused = decisions.some(({ matter }) => matter === 'delay_request');
  return html`${
    request &&
    html`<section class="card" aria-labelledby="delay-request"><h2 id="delay-request">Begäran om avgörande (12 § FL)</h2>
<p>Kom in ${request.requested_on}. Ärendet ska vara avgjort, eller begäran avslagen, senast <strong>${request.answer_by}</strong>.</p>
${request.reasons && html`<p dir="auto">${request.reasons}</p>`}
${isDecided ? html`<p class="soft">Ärendet är avgjort.</p>` : isRefused ? html`<p class="soft">Begäran är avslagen.</p>` : refusalForm(id)}
</section>`
  }${
    (notices.length > 0 || !isDecided) &&
    html`<section class="card" aria-labelledby="delay"><h2 id="delay">Försening (11 § FL)</h2>
${notices.map(
  ({ external_id, reason, expected_on, told_by }) =>
    html`<p>${external_id}: ${reason}</p><p class="soft">${told_by}${expected_on && `, beslut omkring ${expected_on}`}</p>`,
)}
${isDecided ? '' : noticeForm(id)}
</section>`
  }`;
}

const refusalForm = (id: number) => html`<details><summary>Avslå begäran</summary>
<form method="post" action="/cases/${id}/delay-refusals">
<label for="refusal-reasons">Skäl</label>
<textarea id="refusal-reasons" name="reasons" rows="4" required maxlength="20000"></textarea>
<label for="refusal-day">Beslutsdag</label>
<input type="date" id="refusal-day" name="decidedOn" required>
<button>Avslå begäran</button>
</form></details>`;

const noticeForm = (id: number) => html`<details><summary>Underrätta om försening</summary>
<form method="post" action="/cases/${id}/delay-notices">
<label for="delay-reason">Varför dröjer beslutet?</label>
<textarea id="delay-reason" name="reason" rows="4" required maxlength="4000"></textarea>
<label for="delay-day">Beslut väntas omkring <span class="hint">Kan lämnas tomt.</span></label>
<input type="date" id="delay-day" name="expectedOn">
<button>Skicka underrättelsen</button>
</form></details>`;
