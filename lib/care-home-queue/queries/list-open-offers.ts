import 'server-only';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay, visibleOffers } from '../access';
import { inCaseThatGoesOn } from '../domain/open-offers';

export interface OpenOffer {
  id: string;
  caseId: string;
  title: Said;
  home: string;
  answerBy: Date;
}

/** The homes she is offered and has not answered, the nearest last time first. */
export function listOpenOffers(actor: Actor, lang: Language): Promise<OpenOffer[]> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const rows = await tx.careHomeOffer.findMany({
      where: { ...visibleOffers(actor), state: 'open', answerBy: { gt: now() }, ...inCaseThatGoesOn },
      orderBy: { answerBy: 'asc' },
      select: {
        id: true,
        caseId: true,
        answerBy: true,
        home: { select: { name: true } },
        case: { select: { title: true } },
      },
    });
    return rows.map(({ home, case: { title }, ...offer }) => ({
      ...offer,
      home: home.name,
      title: titleIn(title, lang),
    }));
  });
}
