import { type Html, html } from '@/demo/web/html';
import type { WholeCase } from './cases';
import { homes, type OfferRow } from './offers';
import { when } from './parts';

const words: Record<OfferRow['state'], string> = {
  open: 'Väntar på svar',
  'taken-back': 'Tillbakadraget',
  yes: 'Ja',
  no: 'Nej',
  none: 'Inget svar i tid',
};

/** What has been offered and answered, and the form to offer a home, where it is a care home that was decided. */
export function offerBody({ id, municipality, offers, phase }: WholeCase, isGranted: boolean): Html {
  const known = homes[municipality] ?? {};
  if (offers.length === 0 && !isGranted) return html``;
  return html`<section class="card" aria-labelledby="offers"><h2 id="offers">Erbjudanden om boende</h2>
${offers.map(
  (
    one,
  ) => html`<p><strong>${one.external_id}: ${known[one.home] ?? one.home}</strong> – ${words[one.state]}${one.ended_at && one.state !== 'taken-back' && `, ${when(one.ended_at)}`}</p>
${one.reason && html`<p dir="auto">${one.reason}</p>`}
<p class="soft">${when(one.made_at)}, ${one.made_by}</p>
${(one.state === 'open' || one.state === 'yes') && takeBackForm(id, one)}`,
)}
${isGranted && phase !== 'closed' && offers.every(({ state }) => state !== 'open') ? form(id, known) : ''}
</section>`;
}

const takeBackForm = (
  id: number,
  { external_id }: OfferRow,
) => html`<details><summary>Dra tillbaka ${external_id}</summary>
<form method="post" action="/cases/${id}/offers">
<label for="reason-${external_id}">Varför? <span class="hint">Den sökande läser det.</span></label>
<textarea id="reason-${external_id}" name="reason" rows="2" maxlength="2000" required></textarea>
<button name="takeBack" value="${external_id}">Dra tillbaka</button>
</form></details>`;

const form = (
  id: number,
  known: Readonly<Record<string, string>>,
) => html`<details id="offer"><summary>Erbjud ett boende</summary>
<form method="post" action="/cases/${id}/offers">
<label for="home">Boende</label>
<select id="home" name="home">${Object.entries(known).map(([slug, name]) => html`<option value="${slug}">${name}</option>`)}</select>
<label for="floor">Våning <span class="hint">Kan lämnas tomt, som det som följer.</span></label>
<input id="floor" name="floor" maxlength="40">
<label for="size">Storlek i kvadratmeter</label>
<input id="size" name="size" inputmode="decimal">
<label for="rent">Hyra i kronor per månad</label>
<input id="rent" name="rent" inputmode="numeric">
<label for="moveInOn">Inflyttning från</label>
<input type="date" id="moveInOn" name="moveInOn">
<label for="offer-text">Till den sökande</label>
<textarea id="offer-text" name="text" rows="3" maxlength="4000"></textarea>
<p class="soft">Svarstiden följer kommunens regel.</p>
<button>Skicka erbjudandet</button>
</form></details>`;
