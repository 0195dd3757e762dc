import 'server-only';
import { visibleCases } from '@/lib/cases/api';
import { titleIn } from '@/lib/cases/domain/title';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { mayBookType, requireResidentMay, visibleInvitations } from '../access';
import { type MeetingWay, standsForBooking } from '../domain/words';
import { saidOrNothing } from './booking-facts';

/** A kind of meeting that she may book. */
export interface TypeInList {
  slug: string;
  name: Said;
  about: Said | null;
  ways: MeetingWay[];
  minutes: number;
  /** why she may: anybody may, she has a case of the service, or she is asked to */
  audience: 'open' | 'service' | 'invitation';
}

/** The kinds that she may book (`mayBookType`). `caseId`: those that are about that case of hers. */
export async function listBookableTypes(
  actor: Actor,
  lang: Language,
  { caseId }: { caseId?: string } = {},
): Promise<TypeInList[]> {
  requireResidentMay(actor, 'book');
  const { tenantId } = actor;
  return read(actor, async (tx) => {
    const cases = await tx.case.findMany({
      where: {
        ...visibleCases(actor),
        ...(caseId && { id: caseId }),
        serviceId: { not: null },
        phase: { notIn: ['closed', 'withdrawn'] },
      },
      select: { serviceId: true },
    });
    const invitations = await tx.appointmentInvitation.findMany({
      where: {
        ...visibleInvitations(actor),
        ...(caseId && { caseId }),
        bookings: { none: { state: { in: [...standsForBooking] } } },
      },
      select: { typeId: true },
    });
    const serviceIds = new Set(cases.map(({ serviceId }) => serviceId));
    const invitedTo = new Set(invitations.map(({ typeId }) => typeId));
    const types = await tx.appointmentType.findMany({
      where: { tenantId, isOpen: true },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      select: {
        id: true,
        serviceId: true,
        slug: true,
        name: true,
        about: true,
        ways: true,
        minutes: true,
        audience: true,
      },
    });
    return types.flatMap(({ id, serviceId, name, about, ...type }) => {
      const isInvited = invitedTo.has(id);
      const hasCase = serviceIds.has(serviceId);
      const isAbout = !caseId || isInvited || type.audience === 'service';
      if (!isAbout || !mayBookType(type, { isInvited, hasCase })) return [];
      return [{ ...type, name: titleIn(name, lang), about: saidOrNothing(about, lang) }];
    });
  });
}
