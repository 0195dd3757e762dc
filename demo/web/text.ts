import { type Html, html } from '@/demo/web/html';
import type { Language } from '@/demo/web/page';

/** Addresses in the text can be followed. */
export function withLinks(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

export function instantText(instant: string, lang: Language): string {
  const locale = lang === 'sv' ? 'sv-SE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(instant));
}
