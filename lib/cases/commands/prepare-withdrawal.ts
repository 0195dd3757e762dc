import 'server-only';
import { getPersonInTx } from '@/lib/identity/api';
import { canonicalJson } from '@/lib/kernel/canonical-json';
import { newId } from '@/lib/kernel/ids';
import { formatNationalId } from '@/lib/kernel/national-id';
import { cleanText } from '@/lib/kernel/plain-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { sealJson, sha256 } from '@/lib/platform/crypto';
import { type Tx, write } from '@/lib/platform/db';
import { invalid, notNow } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireResidentMay } from '../access';
import { withdrawalContext } from '../domain/case-seals';
import { titleIn } from '../domain/title';
import {
  MAX_WITHDRAWAL_TEXT,
  type PreparedWithdrawal,
  type WithdrawalDocument,
  type WithdrawalScope,
} from '../domain/withdrawal';
import { preparedWithdrawalInTx, withdrawingInTx } from '../queries/withdrawal-in-tx';
import { withdrawalText } from '../withdrawal-text';
import { lockCaseInTx } from './case-in-tx';

interface Input {
  caseId: string;
  /** null where she has chosen none */
  scope: WithdrawalScope | null;
  drops: string;
  keeps: string;
  reason: string;
  language: Language;
}

/**
 * Makes the document by which she takes her application back, for her to read and sign. The same again is the same
 * document, so that a reload or a second press doesn't undo a signature under way; another takes its place.
 */
export function prepareWithdrawal(actor: ResidentActor, input: Input): Promise<void> {
  const action = 'cases.prepare-withdrawal';
  const { caseId } = input;
  return guarded(actor, action, 'case', caseId, async () => {
    requireResidentMay(actor, 'withdraw');
    const municipality = (await getTenant(actor.tenantId)).name;
    await write(actor, async (tx) => {
      const locked = await lockCaseInTx(tx, actor, caseId);
      const may = await withdrawingInTx(tx, locked);
      if (!may.may) throw notNow(`errors:withdraw-${may.why}`);
      const wish = checked(input);
      const before = await preparedWithdrawalInTx(tx, locked);
      if (before && isSame(before.document, wish, input.language)) return;
      const document = await documentInTx(tx, actor, { ...input, municipality, wish });
      await keepInTx(tx, actor.tenantId, caseId, {
        document,
        visibleText: withdrawalText(document, input.language),
      });
      await auditInTx(tx, actor, {
        action,
        subjectPersonId: actor.personId,
        objectType: 'case',
        objectId: caseId,
      });
    });
  });
}

type Wish = Pick<WithdrawalDocument, 'scope' | 'drops' | 'keeps' | 'reason'>;

function checked({ scope, ...typed }: Input): Wish {
  if (!scope) throw invalid({ scope: 'errors:withdraw-choose' });
  const wish: Wish = { scope };
  const names = scope === 'part' ? (['drops', 'keeps', 'reason'] as const) : (['reason'] as const);
  for (const name of names) {
    const text = cleanText(typed[name]);
    if (text.length > MAX_WITHDRAWAL_TEXT) throw invalid({ [name]: 'errors:withdraw-too-long' });
    if (text) wish[name] = text;
  }
  if (scope === 'part' && !wish.drops) throw invalid({ drops: 'errors:withdraw-what' });
  return wish;
}

const isSame = (document: WithdrawalDocument, wish: Wish, language: Language): boolean =>
  document.language === language &&
  (['scope', 'drops', 'keeps', 'reason'] as const).every((name) => document[name] === wish[name]);

async function documentInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  { caseId, language, municipality, wish }: Input & { municipality: string; wish: Wish },
): Promise<WithdrawalDocument> {
  const { title, number } = await tx.case.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: caseId } },
    select: { title: true, number: true },
  });
  const person = await getPersonInTx(tx, tenantId, personId);
  return {
    format: 1,
    municipality,
    language,
    case: { number, title: titleIn(title, language).text },
    ...wish,
    applicant: {
      name: `${person.givenName} ${person.surname}`,
      nationalId: formatNationalId(person.nationalId),
    },
    madeAt: now().toISOString(),
  };
}

/** One at a time is prepared: what was written before and not signed goes. */
async function keepInTx(
  tx: Tx,
  tenantId: string,
  caseId: string,
  prepared: PreparedWithdrawal,
): Promise<void> {
  await tx.withdrawal.deleteMany({ where: { tenantId, caseId, sentAt: null } });
  const id = newId();
  await tx.withdrawal.create({
    data: {
      tenantId,
      id,
      caseId,
      scope: prepared.document.scope,
      sealed: sealJson(prepared, withdrawalContext(tenantId, id)),
      documentHash: sha256(canonicalJson(prepared.document)),
      preparedAt: new Date(prepared.document.madeAt),
    },
    select: { id: true },
  });
}
