import { type Html, html } from '@/demo/web/html';
import type { BookingMessage } from './booking-message';
import type { BookingRow } from './bookings';
import { townOf, when } from './parts';

/* The officers' page for times that residents have booked. */

const states: Record<BookingMessage['state'], string> = {
  booked: 'bokad',
  cancelled: 'avbokad av den som bokade',
  taken_away: 'inställd av oss',
  kept: 'personen kom',
  missed: 'personen kom inte',
};
const ways: Record<string, string> = { visit: 'besök', home: 'hembesök', phone: 'telefon', video: 'video' };

export const bookingsBody = (bookings: readonly BookingRow[], now: Date, error: string | null): Html =>
  html`<p><a href="/">Alla ärenden</a></p>
<h1>Bokade tider</h1>
${error && html`<p class="message bad" role="alert">${error}</p>`}
${
  bookings.length === 0
    ? html`<p class="card">Här är inga bokade tider än. De kommer hit när någon bokar på Mina sidor.</p>`
    : bookings.map((one) => bookingCard(one, now))
}
<p><a href="">Uppdatera sidan</a></p>`;

function bookingCard(
  { portal_id: id, municipality, case_id, case_number, content }: BookingRow,
  now: Date,
): Html {
  const { person, officer, place, room, needs, answers, phone, address, reason, state } = content;
  const needed = [
    needs.interpreter && `tolk: ${needs.interpreter}`,
    needs.signLanguage && 'teckenspråkstolk',
    needs.stepFree && 'plats utan trappor',
    needs.companion && 'tar med någon',
  ].filter(Boolean);
  const facts: [string, string | undefined][] = [
    ['Typ', content.type],
    ['Hur', [ways[content.way] ?? content.way, place?.name, room].filter(Boolean).join(', ')],
    ['Handläggare', officer?.name],
    ['Telefon', phone ?? person.phone],
    ['Adress', address],
    ['Behöver', needed.join(', ') || undefined],
    ...answers.map(({ question, text }): [string, string] => [question, text]),
    ['Skäl', reason],
  ];
  return html`<section class="card" aria-labelledby="b${id}"><h2 id="b${id}">${when(content.startsAt)}, ${person.givenName} ${person.surname}</h2>
<p>${townOf(municipality)}${case_id && html`, <a href="/cases/${case_id}">${case_number}</a>`} <span class="tag">${states[state]}</span></p>
${person.protectedIdentity && html`<p class="message bad"><strong>Skyddade personuppgifter.</strong> Lämna inte ut några uppgifter, inte ens att personen förekommer här.</p>`}
<dl>${facts.map(([name, text]) => text && html`<dt>${name}</dt><dd dir="auto">${text}</dd>`)}</dl>
${state === 'booked' && (new Date(content.startsAt) > now ? cancelForm(id) : outcomeForm(id))}
</section>`;
}

const outcomeForm = (id: string): Html => html`<form method="post" action="/bookings/${id}">
<button name="deed" value="kept">Personen kom</button> <button class="second" name="deed" value="missed">Personen kom inte</button>
</form>`;

const cancelForm = (
  id: string,
): Html => html`<details><summary>Ställ in tiden</summary><form method="post" action="/bookings/${id}">
<label for="r${id}">Varför</label>
<textarea id="r${id}" name="reason" rows="2" required maxlength="1000"></textarea>
<button name="deed" value="cancel">Ställ in</button> <span class="hint">Den som har bokat läser skälet och väljer en ny tid.</span>
</form></details>`;
