import 'server-only';
import { getPersonInTx, lookUpOwnFacts } from '@/lib/identity/api';
import { type CalendarDate, dateInSweden, fromDbDate } from '@/lib/kernel/calendar-date';
import { formatNationalId } from '@/lib/kernel/national-id';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { openJson } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guarded, requireResidentMay, visibleDecisions } from '../access';
import { appealRefusal } from '../domain/appeal';
import { type AppealDraft, emptyDraft } from '../domain/appeal-content';
import { appealContext } from '../domain/case-seals';
import { titleIn } from '../domain/title';
import { fileColumns, type HerFile, herFiles } from './her-files';

export interface AppealDraftView {
  today: CalendarDate;
  case: { id: string; title: Said; number: string };
  decidedOn: CalendarDate;
  lastOn: CalendarDate | null;
  /** what she has written, or before that what is known of how she can be reached */
  draft: AppealDraft;
  /** to be posted with what is written; 0 where nothing is kept */
  version: number;
  files: HerFile[];
  name: string;
  /** as people write it */
  nationalId: string;
  protectedIdentity: boolean;
}

/** What she has written of an appeal; null where the decision can't be appealed here, or not yet. */
export async function getAppealDraft(
  actor: Actor,
  { caseId, decisionId }: { caseId: string; decisionId: string },
  lang: Language,
): Promise<AppealDraftView | null> {
  const found = await guarded(actor, 'cases.get-appeal-draft', 'decision', decisionId, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const { tenantId, personId } = actor;
      const decision = await tx.decision.findFirst({
        where: { ...visibleDecisions(actor), id: decisionId },
        select: {
          openedAt: true,
          decidedOn: true,
          appealKind: true,
          appealLastOn: true,
          appealSteps: { select: { step: true } },
          case: { select: { id: true, title: true, number: true } },
          appeals: {
            where: { sentAt: null },
            select: {
              id: true,
              sealed: true,
              version: true,
              files: { select: { file: { select: fileColumns } } },
            },
          },
        },
      });
      if (!decision || decision.case.id !== caseId) throw notFound();
      const refusal = appealRefusal({
        isOpened: decision.openedAt !== null,
        kind: decision.appealKind,
        steps: decision.appealSteps.map(({ step }) => step),
      });
      if (refusal) return null;
      const [row] = decision.appeals;
      const person = await getPersonInTx(tx, tenantId, personId);
      return {
        today: dateInSweden(now()),
        case: { ...decision.case, title: titleIn(decision.case.title, lang) },
        decidedOn: fromDbDate(decision.decidedOn),
        lastOn: decision.appealLastOn && fromDbDate(decision.appealLastOn),
        draft: row
          ? openJson<AppealDraft>(row.sealed, appealContext(tenantId, row.id))
          : { ...emptyDraft, phone: person.phone ?? '', email: person.email ?? '' },
        version: row?.version ?? 0,
        files: row ? herFiles(row.files) : [],
        name: `${person.givenName} ${person.surname}`,
        nationalId: formatNationalId(person.nationalId),
        protectedIdentity: person.protectedIdentity,
      };
    }),
  );
  if (!found || found.version > 0) return found;
  return { ...found, draft: { ...found.draft, address: await addressOf(actor) } };
}

/** From the population register, asked outside the transaction; of somebody with protected identity it is not asked. */
async function addressOf(actor: Actor): Promise<string> {
  const { address } = (await lookUpOwnFacts(actor, ['address'])).facts;
  return address ? `${address.street}\n${address.postalCode} ${address.city}` : '';
}
