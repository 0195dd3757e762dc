import * as z from 'zod';
import type { Finding } from './definition-checks';
import type { Field, Texts } from './form-shape';
import type { Rule } from './rules';

/*
 * Who signs an application besides the one who fills it in: the other guardian of the child, a co-applicant. The part
 * `signers` of a definition, what can be wrong with it, and the words for that.
 */

interface Signer {
  id: string;
  /** what she is in this application: "vårdnadshavare" */
  role: Texts;
  /** asked to sign only where this holds */
  when?: Rule | undefined;
}

/** Named in the form: by the number in one question, and, where the form asks for it, the name in another. */
export interface NamedSigner extends Signer {
  nationalId: string;
  name?: string | undefined;
}

/**
 * Whoever else has the care of the child in that question, as the population register says. Of a child it doesn't give
 * her, or when it doesn't answer, nobody is known: then the form must ask who signs.
 */
export interface GuardianSigner extends Signer {
  guardiansOf: string;
}

export interface SeveralSigners {
  /** one after the other, or all at the same time */
  order: 'in-turn' | 'at-once';
  others: (NamedSigner | GuardianSigner)[];
  /** days that each has from when she is asked */
  answerWithinDays: number;
  /** days after that when she is reminded, if she has not answered */
  remindAfterDays: number[];
}

/** How the document writes it; the parts are those of the whole meta-schema. */
export function signersSchema({
  slug,
  texts,
  rule,
}: {
  slug: z.ZodType<string, string>;
  texts: z.ZodType<Texts, Texts>;
  rule: z.ZodType<Rule, Rule>;
}) {
  const signer = { id: slug, role: texts, when: rule.optional() };
  return z.union([
    z.literal('applicant'),
    z.strictObject({
      order: z.enum(['in-turn', 'at-once']),
      others: z
        .array(
          z.union([
            z.strictObject({ ...signer, nationalId: slug, name: slug.optional() }),
            z.strictObject({ ...signer, guardiansOf: slug }),
          ]),
        )
        .min(1)
        .max(4),
      answerWithinDays: z.int().min(1).max(90),
      remindAfterDays: z.array(z.int().min(1).max(89)).max(5).default([]),
    }),
  ]);
}

type Path = Finding['path'];

/** The rules that ask whether somebody signs, with where they stand. */
export const signerRules = (signers: 'applicant' | SeveralSigners): { rule: Rule; path: Path }[] =>
  signers === 'applicant'
    ? []
    : signers.others.flatMap(({ when }, s) =>
        when ? [{ rule: when, path: ['signers', 'others', s, 'when'] }] : [],
      );

/**
 * References to questions, names used twice, days that never come. A question that names a signer must be answered
 * where it is asked: else an application could slip past the one who should have signed it.
 */
export function checkSigners(
  signers: 'applicant' | SeveralSigners,
  fields: readonly Field<Texts>[],
): Finding[] {
  if (signers === 'applicant') return [];
  const findings: Finding[] = [];
  const pointsAt = (path: Path, id: string, kind: string, mustBeAnswered: boolean) => {
    const field = fields.find((one) => one.id === id && one.kind === kind);
    if (!field) findings.push({ path, message: 'on-behalf', params: { name: id, kind } });
    else if (mustBeAnswered && !('required' in field && field.required)) {
      findings.push({ path, message: 'signer-optional', params: { name: id } });
    }
  };
  const seen = new Set(['applicant']);
  signers.others.forEach((signer, s) => {
    const path = ['signers', 'others', s];
    if (seen.has(signer.id)) {
      findings.push({ path: [...path, 'id'], message: 'signer-twice', params: { name: signer.id } });
    }
    seen.add(signer.id);
    if ('guardiansOf' in signer) {
      pointsAt([...path, 'guardiansOf'], signer.guardiansOf, 'child', true);
      return;
    }
    pointsAt([...path, 'nationalId'], signer.nationalId, 'national-id', true);
    if (signer.name !== undefined) pointsAt([...path, 'name'], signer.name, 'text', false);
  });
  const lacksOther = !signers.others.some((signer) => 'nationalId' in signer);
  signers.others.forEach((signer, s) => {
    if ('guardiansOf' in signer && lacksOther) {
      findings.push({ path: ['signers', 'others', s], message: 'guardian-unknown' });
    }
  });
  signers.remindAfterDays.forEach((days, d) => {
    const path = ['signers', 'remindAfterDays', d];
    const isTooLate = days >= signers.answerWithinDays;
    if (isTooLate || days <= (signers.remindAfterDays[d - 1] ?? 0)) {
      findings.push({ path, message: 'reminder-day', params: { days: String(signers.answerWithinDays) } });
    }
  });
  return findings;
}

/** What the service's owner is told, by the finding's key. */
export const signerSentences = {
  'signer-twice': ({ name }: Record<string, string>) =>
    `”${name}” är redan namnet på en av dem som skriver under. Välj ett annat id. ”applicant” är alltid den som fyller i ansökan.`,
  'signer-optional': ({ name }: Record<string, string>) =>
    `Frågan ”${name}” säger vem som ska skriva under, men får lämnas tom. Sätt "required": true på frågan. Den ställs ändå bara när dess ”shownIf” stämmer.`,
  'guardian-unknown': () =>
    'Folkbokföringen känner inte till alla barn, och kan vara tyst. Lägg till en underskrift med ”nationalId” som gäller när barnet är ett annat, så att ingen ansökan skickas utan den andra vårdnadshavaren.',
  'reminder-day': ({ days }: Record<string, string>) =>
    `Påminnelserna ska stå i ordning, och alla ska komma före sista dagen, som är dag ${days}.`,
};
