import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import type { ServiceForm } from '@/lib/catalogue/domain/definition';
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
  /** as the applicant wrote it; null where the form doesn't ask */
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
  language: string;
  now: Date;
}

/** As the document calls her: by the name that was written, else by her number. */
export const calledInDocument = ({ name, nationalId }: Pick<OtherSigner, 'name' | 'nationalId'>): string =>
  name ?? formatNationalId(nationalId);

const ADULT = 18;

/**
 * Who else must sign these answers. Whoever is named by a question that these answers don't lead to is not asked. A
 * number that isn't one is the question's own problem, and said there.
 */
export function otherSigners(
  definition: ServiceForm,
  answers: Answers,
  { applicant, language, now }: SignersFacts,
): OtherSigners {
  const found: OtherSigners = { signers: [], problems: [] };
  if (definition.signers === 'applicant') return found;
  const { answers: reached, data } = reach(definition.pages, answers);
  const textOf = (id: string | undefined) => {
    const value = id === undefined ? undefined : reached[id];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const taken = new Set<string>();
  for (const signer of definition.signers.others) {
    if (signer.when && !holds(signer.when, data)) continue;
    const named = namedBy(signer, textOf, now);
    if (!named) continue;
    const key = whyNot(named.nationalId, { applicant, taken, now });
    if (key) {
      found.problems.push({ field: named.field, key, params: {} });
      continue;
    }
    taken.add(named.nationalId);
    const title = localize<string>(signer.role, definition.languages, languageOf(definition, language));
    found.signers.push({ role: signer.id, title, name: named.name, nationalId: named.nationalId });
  }
  return found;
}

type Signer = Exclude<ServiceForm['signers'], 'applicant'>['others'][number];

function namedBy(
  signer: Signer,
  textOf: (id: string | undefined) => string | null,
  now: Date,
): { field: string; name: string | null; nationalId: NationalId } | null {
  if (!('nationalId' in signer)) return null;
  const nationalId = parseNationalId(textOf(signer.nationalId) ?? '', now);
  return nationalId && { field: signer.nationalId, name: textOf(signer.name), nationalId };
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
