import 'server-only';
import { getCaseOfMessagesInTx } from '@/lib/cases/api';
import type { Officer } from '@/lib/cases/domain/office-messages';
import { titleIn } from '@/lib/cases/domain/title';
import { findServiceNamesInTx } from '@/lib/catalogue/api';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { guardedPlace, requireResidentMay } from '../access';
import { type Openness, open } from '../domain/openness';
import type { Place } from '../domain/place';
import { selectedFiles } from '../open-message';
import { type AboutView, type DraftView, draftOf } from './get-thread';
import { opennessInTx, takesMessagesInTx } from './openness-in-tx';

export interface NewMessageView {
  about: AboutView;
  openness: Openness;
  officer: Officer | null;
  draft: DraftView | null;
}

/** What she needs to begin a thread: about a case of hers, or to a service that takes messages. */
export function getNewMessage(
  actor: Actor,
  place: Exclude<Place, { kind: 'thread' }>,
  lang: Language,
): Promise<NewMessageView> {
  return guardedPlace(actor, 'messages.get-new-message', place, () =>
    read(actor, async (tx) => {
      requireResidentMay(actor, 'write-own');
      if (place.kind === 'case') {
        const theCase = await getCaseOfMessagesInTx(tx, actor, place.caseId);
        const { id: caseId, number, title, officer } = theCase;
        return {
          about: { kind: 'case', caseId, number, title: titleIn(title, lang) },
          openness: await opennessInTx(tx, actor.tenantId, theCase),
          officer,
          draft: await draftInTx(tx, actor, { caseId }),
        };
      }
      const { slug } = place;
      const service = (await takesMessagesInTx(tx, actor.tenantId, slug, dateInSweden(now())))
        ? await findServiceNamesInTx(tx, actor.tenantId, slug)
        : null;
      if (!service) throw notFound();
      const unit = service.unit?.sv;
      return {
        about: { kind: 'service', slug, title: titleIn(service.name, lang) },
        openness: open,
        officer: unit ? { unit } : null,
        draft: await draftInTx(tx, actor, { serviceId: service.serviceId }),
      };
    }),
  );
}

async function draftInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  about: { caseId: string } | { serviceId: string },
): Promise<DraftView | null> {
  const found = await tx.message.findFirst({
    where: { tenantId, state: 'draft', thread: { tenantId, personId, ...about, openedAt: null } },
    include: { files: selectedFiles },
  });
  return found && draftOf(tenantId, found);
}
