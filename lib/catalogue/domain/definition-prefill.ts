import type { Finding } from './definition-checks';
import { type Field, isAsked, type PrefillSource, type Texts } from './form-shape';

/*
 * What a question can be filled in with beforehand: `prefill` says where an answer to begin with comes from, `locked`
 * that only the register can change it.
 */

/** The kinds of question that each source has an answer for. A civil status is told as one of the options' values. */
const kindsFor: Record<Exclude<PrefillSource, 'earlier'>, readonly string[]> = {
  'register-name': ['text'],
  'register-national-id': ['national-id'],
  'register-address': ['address', 'text', 'long-text'],
  'register-civil-status': ['choice'],
  'contact-phone': ['phone'],
  'contact-email': ['email'],
};

/** A consent is given anew each time, and a file was for the case it was sent to. */
const neverEarlier: readonly string[] = ['consent', 'file'];

const fits = (kind: string, source: PrefillSource): boolean =>
  source === 'earlier' ? !neverEarlier.includes(kind) : kindsFor[source].includes(kind);

/** What is wrong with how questions are filled in beforehand. */
export function checkPrefill(places: readonly { field: Field<Texts>; path: Finding['path'] }[]): Finding[] {
  return places.flatMap(({ field, path }) => {
    if (!isAsked(field)) return [];
    const { id: name, kind, prefill, locked } = field;
    const finding = (message: string, key: string, params: Finding['params']): Finding => ({
      path: [...path, key],
      message,
      ...(params && { params }),
    });
    return [
      ...(prefill && !fits(kind, prefill)
        ? [finding('prefill-kind', 'prefill', { name, kind, source: prefill })]
        : []),
      ...(locked && !prefill?.startsWith('register-') ? [finding('locked-source', 'locked', { name })] : []),
    ];
  });
}

/** In words for the service owner. */
export const prefillSentences: Record<string, (params: Record<string, string>) => string> = {
  'prefill-kind': ({ name, kind, source }) =>
    `Frågan ”${name}” är av slaget ”${kind}” och kan inte fyllas i med ”${source}”. Välj en annan källa, eller ta bort ”prefill”.`,
  'locked-source': ({ name }) =>
    `Frågan ”${name}” är låst, men bara uppgifter från folkbokföringen (”register-…”) kan vara det. Ta bort ”locked”.`,
};
