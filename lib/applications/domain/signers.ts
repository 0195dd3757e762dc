import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import { type Answers, isParts } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
import type { GuardianSigner, NamedSigner } from '@/lib/catalogue/domain/definition-signers';
import { holds } from '@/lib/catalogue/domain/rules';
import { languageOf, localize } from '@/lib/catalogue/domain/texts';
import { reach } from '@/lib/catalogue/domain/visibility';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { birthDate, formatNationalId, type NationalId, parseNationalId } from '@/lib/kernel/national-id';

/** Somebody besides the applicant who must sign before it is sent in. */
export interface OtherSigner {
  /** id in the definition */
  role: string;
  /** what she is in this application, in words */
  title: string;
  /** as the applicant wrote it, or the register has it; null where the form doesn't ask */
  name: string | null;
  nationalId: NationalId;
}

export interface OtherSigners {
  signers: OtherSigner[];
  /** why somebody named can't sign, at the question that named her */
  problems: Problem[];
}

export interface SignersFacts {
  /** who fills it in, and signs first */
  applicant: NationalId;
  /** those in her care, as the register tells it */
  children: readonly { key: string; guardians: readonly { name: string; nationalId: NationalId }[] }[];
  language: string;
  now: Date;
}

/** As the document calls her: by the name that was written, else by her number. */
export const calledInDocument = ({ name, nationalId }: Pick<OtherSigner, 'name' | 'nationalId'>): string =>
  name ?? formatNationalId(nationalId);

const ADULT = 18;

/**
 * Who else must sign these answers. Whoever is named by a question that these answers don't lead to is not asked. A
 * number that isn't one is the question's own problem, and said there. Of a child whom the register doesn't give her
 * nobody is known: the form asks for a number instead.
 */
export function otherSigners(
  definition: ServiceForm,
  answers: Answers,
  { applicant, children, language, now }: SignersFacts,
): OtherSigners {
  const found: OtherSigners = { signers: [], problems: [] };
  if (definition.signers === 'applicant') return found;
  const { answers: reached, data } = reach(definition.pages, answers);
  const taken = new Set<string>();
  for (const signer of definition.signers.others) {
    if (signer.when && !holds(signer.when, data)) continue;
    const title = localize<string>(signer.role, definition.languages, languageOf(definition, language));
    const { field, people } =
      'guardiansOf' in signer
        ? guardiansOf(signer, reached, { applicant, children })
        : namedBy(signer, reached, now);
    for (const { name, nationalId } of people) {
      const key = whyNot(nationalId, { applicant, taken, now });
      if (key) {
        found.problems.push({ field, key, params: {} });
        continue;
      }
      taken.add(nationalId);
      found.signers.push({ role: signer.id, title, name, nationalId });
    }
  }
  return found;
}

type Named = Pick<OtherSigner, 'name' | 'nationalId'>;

function namedBy(signer: NamedSigner, answers: Answers, now: Date): { field: string; people: Named[] } {
  const textOf = (id: string | undefined) => {
    const value = id === undefined ? undefined : answers[id];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const nationalId = parseNationalId(textOf(signer.nationalId) ?? '', now);
  const people = nationalId ? [{ name: textOf(signer.name), nationalId }] : [];
  return { field: signer.nationalId, people };
}

/** The others who have the care of the child; nobody where she has it alone. */
function guardiansOf(
  { guardiansOf: field }: GuardianSigner,
  answers: Answers,
  { applicant, children }: Pick<SignersFacts, 'applicant' | 'children'>,
): { field: string; people: Named[] } {
  const answer = answers[field];
  const chosen = isParts(answer) ? children.find(({ key }) => key === answer.child) : undefined;
  return { field, people: (chosen?.guardians ?? []).filter(({ nationalId }) => nationalId !== applicant) };
}

function whyNot(
  nationalId: NationalId,
  { applicant, taken, now }: { applicant: NationalId; taken: ReadonlySet<string>; now: Date },
): Problem['key'] | null {
  if (nationalId === applicant) return 'signerIsYou';
  if (taken.has(nationalId)) return 'signerTwice';
  return isAdult(nationalId, now) ? null : 'signerUnderAge';
}

/** Eighteen years old today: on the birthday itself, as the law counts it. */
export function isAdult(nationalId: NationalId, now: Date): boolean {
  const born = birthDate(nationalId);
  if (!born) return false;
  const comesOfAge = `${Number(born.slice(0, 4)) + ADULT}${born.slice(4)}`;
  return comesOfAge <= dateInSweden(now);
}
