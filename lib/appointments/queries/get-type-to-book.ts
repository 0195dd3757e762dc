import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import type { MeetingWay } from '../domain/words';
import { bookableTypeInTx, type WayToType } from './bookable-type-in-tx';
import { saidOrNothing } from './booking-facts';

export interface TypeToBook {
  slug: string;
  name: Said;
  about: Said | null;
  ways: MeetingWay[];
  minutes: number;
  changeMinutes: number;
  /** the case that it would be about, and the invitation that she books by */
  caseId: string | null;
  invitationId: string | null;
}

/** A kind of meeting that she may book, as she came to it. NotFound where she may not. */
export function getTypeToBook(actor: Actor, wanted: WayToType, lang: Language): Promise<TypeToBook> {
  return read(actor, async (tx) => {
    requireResidentMay(actor, 'book');
    const { type, caseId, invitationId } = await bookableTypeInTx(tx, actor, wanted);
    return {
      slug: type.slug,
      name: titleIn(type.name, lang),
      about: saidOrNothing(type.about, lang),
      ways: type.ways,
      minutes: type.minutes,
      changeMinutes: type.changeMinutes,
      caseId,
      invitationId,
    };
  });
}
