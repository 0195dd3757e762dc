import { type Html, html } from '@/demo/web/html';
import type { WholeCase } from './cases';
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
)}</section>`;
  });
