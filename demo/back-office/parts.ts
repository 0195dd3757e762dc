import { type Html, html } from '@/demo/web/html';
import type { DocumentRow } from './cases';
import { municipalities } from './credentials';

/* What several of the pages are put together of. */

const instant = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'medium',
  timeStyle: 'short',
});
export const when = (at: Date | string): string => instant.format(new Date(at));

export const day = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(at);
export const townOf = (tenantId: string): string =>
  municipalities.find((municipality) => municipality.tenantId === tenantId)?.name ?? tenantId;

/** A document in a list, as a link where it is here. */
export const documentLine = ({ name, size, state }: DocumentRow, href: string): Html =>
  html`<li>${
    size === null ? name : html`<a href="${href}">${name}</a> (${Math.max(1, Math.round(size / 1000))} kB)`
  } ${stateTag(state)}</li>`;

export function documentList(documents: readonly DocumentRow[], caseId: number): Html {
  if (documents.length === 0) return html`<p class="soft">Inga.</p>`;
  return html`<ul>${documents.map((document) => documentLine(document, `/cases/${caseId}/documents/${document.id}`))}</ul>`;
}

/** The portal's words for a file, in ours. An officer should know before she opens it. */
const fileStates: Record<string, { tag: string; words: string }> = {
  clean: { tag: 'sent', words: 'kontrollerad, inget hittat' },
  waiting: { tag: 'waiting', words: 'kontrolleras, hämtas sedan' },
  infected: {
    tag: 'refused',
    words: 'innehöll skadlig kod och är borttagen; den sökande ombeds skicka en ny',
  },
  'made-here': { tag: 'sent', words: 'kvitto från Mina sidor' },
  'not-scanned': { tag: 'waiting', words: 'inte kontrollerad' },
};

function stateTag(state: string): Html {
  const { tag, words } = fileStates[state] ?? { tag: 'soft', words: state };
  return html`<span class="${tag}">${words}</span>`;
}
