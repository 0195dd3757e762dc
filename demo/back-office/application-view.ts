import { type Html, html } from '@/demo/web/html';
import { directionOf } from '@/lib/kernel/said';
import type { Application } from './portal';

/*
 * An application as officers read it: in Swedish, whatever language it was filled in in. What was signed is at hand,
 * page by page, in its own language and direction.
 */

type Page = Application['pages'][number];
type Question = Page['groups'][number]['questions'][number];

const names = new Intl.DisplayNames('sv', { type: 'language' });
/** "arabiska"; a code that isn't one stays as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export const titleOf = ({ service, translation }: Application): string => translation?.title ?? service.title;

/** What somebody who has signed is. */
export const roleOf = ({ translation }: Application, role: string, asSigned: string): string =>
  translation?.roles[role] ?? asSigned;

export function applicationView({ language, pages, translation }: Application): Html {
  if (!translation) return html`${pages.map(pageView)}`;
  const signed = new Map(pages.map((page) => [page.slug, page]));
  return html`<p class="message note">Ansökan är ifylld och underskriven på ${languageName(language)}. Frågor och val står här på svenska. Det som den sökande har skrivit själv är inte översatt.</p>
${translation.pages.map((page) => {
  const original = signed.get(page.slug);
  return html`${pageView(page)}
${
  original &&
  html`<details><summary>Som det skrevs under, på ${languageName(language)}: ${page.title}</summary>
<div lang="${language}" dir="${directionOf(language)}">${pageView(original)}</div></details>`
}`;
})}`;
}

const pageView = ({ title, groups }: Page): Html => html`<h3>${title}</h3>
<dl class="answers">${groups.flatMap(({ questions }) => questions.map(questionView))}</dl>`;

function questionView({ question, text, answer, answerLanguage }: Question): Html {
  return html`<dt>${question}${text && html`<span class="text">${text}</span>`}</dt>
${
  answer === undefined
    ? ''
    : answer.length === 0
      ? html`<dd class="soft">Inget svar</dd>`
      : answer.map((line) =>
          answerLanguage
            ? html`<dd lang="${answerLanguage}" dir="auto">${line}</dd>`
            : html`<dd dir="auto">${line}</dd>`,
        )
}`;
}
