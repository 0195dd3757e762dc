import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import { fillIn, type SigningTexts } from '@/lib/catalogue/domain/form-texts';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { formatNationalId, parseNationalId } from '@/lib/kernel/national-id';
import { cleanLine } from '@/lib/kernel/plain-text';
import { prune } from './answers';

export interface SigningFacts {
  language: string;
  texts: SigningTexts;
  municipality: string;
  signer: { name: string; nationalId: string };
  /** who signs besides the applicant, in words */
  others?: readonly { name: string; role: string }[];
  /** the moment in words, in the signer's language */
  when: string;
  /** SHA-256 of the canonical snapshot, in hex */
  hash: string;
  now: Date;
}

/** Whom the application is for, where that is somebody else than the one who fills it in; else null. */
export function onBehalfOf(
  definition: ServiceForm,
  answers: Answers,
  now: Date,
): { name: string; nationalId: string } | null {
  const { onBehalf } = definition;
  if (!onBehalf) return null;
  const reachable = prune(definition.pages, answers);
  const [name, number] = [reachable[onBehalf.name], reachable[onBehalf.nationalId]];
  if (typeof name !== 'string' || typeof number !== 'string') return null;
  const id = parseNationalId(number, now);
  return { name, nationalId: id ? formatNationalId(id) : number };
}

/** Enough of the hash to compare by eye with the receipt: 16 hex digits in groups of four. */
export const shortHash = (hash: string): string => (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

const inLanguageOf =
  (definition: ServiceForm, language: string) =>
  (node: Record<string, string>): string =>
    localize<string>(node, definition.languages, languageOf(definition, language));

/** One line: a break, or a sign that turns the reading direction, would let a name write the rest of what she signs. */
const line = (text: string, values: Readonly<Record<string, string>>): string =>
  cleanLine(fillIn(text, values));

/** What the e-ID app shows: what is applied for, for whom, to whom, by whom, when, and which document. Plain text. */
export function signingText(definition: ServiceForm, answers: Answers, facts: SigningFacts): string {
  const { texts, municipality, signer, others = [] } = facts;
  const inLanguage = inLanguageOf(definition, facts.language);
  const other = onBehalfOf(definition, answers, facts.now);
  return [
    line(texts['signing.applyFor'], { what: inLanguage(definition.appliesFor) }),
    other ? line(texts['signing.forOther'], other) : texts['signing.forSelf'],
    '',
    line(texts['signing.to'], { municipality, unit: inLanguage(definition.destination.unit) }),
    line(texts['signing.signer'], signer),
    ...others.map((one) => line(texts['signing.also'], one)),
    line(texts['signing.at'], { when: facts.when }),
    line(texts['signing.code'], { code: shortHash(facts.hash) }),
    '',
    texts['signing.truth'],
  ].join('\n');
}

/** The same for somebody who signs what another has filled in: whose application it is, and as what she signs. */
export function coSigningText(
  definition: ServiceForm,
  answers: Answers,
  facts: Omit<SigningFacts, 'signer' | 'others'> & {
    applicant: { name: string; nationalId: string };
    /** no name where the form doesn't ask for it */
    signer: { name: string | null; nationalId: string };
    role: string;
  },
): string {
  const { texts, municipality, signer, applicant, role } = facts;
  const inLanguage = inLanguageOf(definition, facts.language);
  const other = onBehalfOf(definition, answers, facts.now);
  return [
    line(texts['signing.together'], { what: inLanguage(definition.appliesFor) }),
    line(texts['signing.applicant'], applicant),
    ...(other ? [line(texts['signing.forOther'], other)] : []),
    '',
    line(texts['signing.to'], { municipality, unit: inLanguage(definition.destination.unit) }),
    signer.name === null
      ? line(texts['signing.signerNumber'], { nationalId: signer.nationalId })
      : line(texts['signing.signer'], { name: signer.name, nationalId: signer.nationalId }),
    line(texts['signing.role'], { role }),
    line(texts['signing.madeAt'], { when: facts.when }),
    line(texts['signing.code'], { code: shortHash(facts.hash) }),
    '',
    texts['signing.truthTogether'],
  ].join('\n');
}
