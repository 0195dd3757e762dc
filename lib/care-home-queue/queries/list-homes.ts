import 'server-only';
import { listCareHomesInTx } from '@/lib/catalogue/api';
import { type CalendarDate, fromDbDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { requireMayReadHomes } from '../access';
import { holdsPlace, type VacancyKind } from '../domain/vacancy';

export interface FreePlaces {
  kind: VacancyKind;
  persons: number;
  count: number;
  /** the first day that one of them is free */
  from: CalendarDate;
}

export interface HomeInList {
  slug: string;
  name: string;
  district: string;
  address: string;
  description: Said;
  languages: string[];
  /** null where the home's system has never told of places: then nothing is known, also not that there is none */
  free: FreePlaces[] | null;
}

/**
 * The municipality's care homes and the places that are free at them, for all to compare. Free is what its system calls
 * so and nobody is being offered or has said yes to: whom, is nobody's business.
 */
export function listHomes(actor: Actor, language: string): Promise<HomeInList[]> {
  requireMayReadHomes(actor);
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const homes = await listCareHomesInTx(tx, tenantId, language);
    // A time that is out is out, whether or not the job has come by.
    const held = { OR: [{ state: 'open', answerBy: { gt: now() } }, { state: 'accepted' }] };
    const places = await tx.careHomeVacancy.findMany({
      where: { tenantId, home: { active: true } },
      orderBy: [{ kind: 'asc' }, { persons: 'asc' }, { availableFrom: 'asc' }],
      select: {
        kind: true,
        persons: true,
        availableFrom: true,
        state: true,
        home: { select: { slug: true } },
        toldAt: true,
        offers: { where: held, select: { state: true, endedAt: true } },
      },
    });
    return homes.map((home) => {
      const ofHome = places.filter((place) => place.home.slug === home.slug);
      const free = ofHome.filter(
        (place) => place.state === 'free' && !place.offers.some((one) => holdsPlace(one, place)),
      );
      const groups = Map.groupBy(free, ({ kind, persons }) => `${kind} ${persons}`);
      return {
        ...home,
        free:
          ofHome.length === 0
            ? null
            : [...groups.values()].flatMap(([first, ...rest]) =>
                first
                  ? [
                      {
                        kind: first.kind as VacancyKind,
                        persons: first.persons,
                        count: rest.length + 1,
                        from: fromDbDate(first.availableFrom),
                      },
                    ]
                  : [],
              ),
      };
    });
  });
}
