import { type Html, html } from '@/demo/web/html';
import { courtOutcomes } from './appeals';
import { outcomes, type WholeCase } from './cases';
import { documentList, when } from './parts';

/** What has been appealed, as it came in from Mina sidor. */
export const appealCards = (found: WholeCase): Html[] =>
  found.appeals.map(({ id, decision, content }) => {
    const { number, sentAt, lastOn, isLate, appellant, change, reasons, evidence } = content;
    const heading = `appeal-${id}`;
    return html`<section class="card" aria-labelledby="${heading}"><h2 id="${heading}">Överklagande av beslut ${decision}</h2>
<p class="soft">${number}, kom in ${when(sentAt)}${lastOn && `. Sista dagen var ${lastOn}`}</p>
${isLate && html`<p class="message bad">Det kom in efter sista dagen.</p>`}
<h3>Yrkande</h3><p dir="auto">${change}</p>
<h3>Skäl</h3><p dir="auto">${reasons}</p>
${evidence && html`<h3>Bevis</h3><p dir="auto">${evidence}</p>`}
<dl><dt>Klagande</dt><dd>${appellant.name}</dd>
<dt>Adress</dt><dd>${appellant.address ?? 'inte angiven'}</dd>
<dt>Telefon</dt><dd>${appellant.phone ?? 'inte angiven'}</dd>
<dt>E-post</dt><dd>${appellant.email ?? 'inte angiven'}</dd></dl>
${documentList(
  found.documents.filter(({ appeal_id }) => appeal_id === id),
  found.id,
)}
${deedForms(found.id, id, decision)}</section>`;
  });

const options = (words: Record<string, string>): Html[] =>
  Object.entries(words).map(([value, name]) => html`<option value="${value}">${name}</option>`);

/** What the board does with it, a form each. The ids carry the appeal's, since a case may have several. */
function deedForms(caseId: number, appealId: number, decision: string): Html {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  const form = (deed: string, summary: string, button: string, fields: Html | '' = '') => {
    const on = `${deed}-on-${appealId}`;
    return html`<details><summary>${summary}</summary><form method="post" action="/cases/${caseId}/appeals">
<input type="hidden" name="deed" value="${deed}"><input type="hidden" name="decision" value="${decision}">
<label for="${on}">Dag</label><input type="date" id="${on}" name="on" required value="${today}">
${fields}<button>${button}</button></form></details>`;
  };
  const area = (deed: string, name: string, label: string) => {
    const id = `${deed}-${name}-${appealId}`;
    return html`<label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="3" required maxlength="4000"></textarea>`;
  };
  const choice = (deed: string, label: string, words: Record<string, string>) => {
    const id = `${deed}-outcome-${appealId}`;
    return html`<label for="${id}">${label}</label><select id="${id}" name="outcome">${options(words)}</select>`;
  };
  const court = (deed: string) => {
    const id = `${deed}-court-${appealId}`;
    return html`<label for="${id}">Domstol</label><input id="${id}" name="court" required maxlength="150" value="Förvaltningsrätten i Linköping">`;
  };
  return html`<h3>Handlägg överklagandet</h3>
${form('in_time', 'Rätt tid', 'Det kom in i rätt tid')}
${form('too_late', 'För sent', 'Avvisa överklagandet', area('too_late', 'reasons', 'Skäl'))}
${form('reconsidered', 'Ompröva', 'Fatta nytt beslut', html`${choice('reconsidered', 'Beslut', outcomes)}${area('reconsidered', 'decided', 'Vad har beslutats?')}${area('reconsidered', 'reasons', 'Skäl')}`)}
${form('forwarded', 'Lämna över', 'Lämna över till domstolen', court('forwarded'))}
${form('court_decided', 'Domstolen har avgjort', 'Berätta för den klagande', html`${court('court_decided')}${choice('court_decided', 'Hur gick det?', courtOutcomes)}`)}`;
}
