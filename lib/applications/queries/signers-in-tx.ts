import 'server-only';
import type { Problem } from '@/lib/catalogue/domain/answers-schema';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { getPersonInTx } from '@/lib/identity/api';
import type { Tx } from '@/lib/platform/db';
import type { Draft } from '../commands/draft-in-tx';
import { childrenInTx } from '../commands/known-in-tx';
import { type OtherSigners, otherSigners } from '../domain/signers';

/** Who else must sign these answers of a draft, and why somebody named can't. */
export async function signersInTx(
  tx: Tx,
  draft: Draft,
  answers: Answers,
  { language, now }: { language: string; now: Date },
): Promise<OtherSigners> {
  const { definition } = draft.form;
  if (definition.signers === 'applicant') return { signers: [], problems: [] };
  const { nationalId: applicant } = await getPersonInTx(tx, draft.tenantId, draft.personId);
  const children = await childrenInTx(tx, draft);
  return otherSigners(definition, answers, { applicant, children, language, now });
}

/** The problems that concern some of the form's questions: those of one page, for instance. */
export const problemsAt = (problems: readonly Problem[], fields: readonly { id: string }[]): Problem[] => {
  const ids = new Set(fields.map((field) => field.id));
  return problems.filter((problem) => ids.has(problem.field));
};
