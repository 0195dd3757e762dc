import 'server-only';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read, type Tx } from '@/lib/platform/db';
import { requireAdminMay } from '../access';
import { texts } from '../domain/appointment-type';
import { type Audience, type Untold, untoldOf } from '../domain/type-form';
import type { MeetingWay } from '../domain/words';
import { bookedAheadInTx } from './booked-ahead-in-tx';
import { systemNamesInTx } from './system-names-in-tx';

/**
 * Why nobody can book a type of the municipality's own, though it may be open: nobody takes it, nobody has hours at a
 * place that is open, no room there is large enough.
 */
export type Lacking = 'officers' | 'hours' | 'room';

export interface ListedType {
  id: string;
  /** in Swedish */
  name: string;
  isOpen: boolean;
  audience: Audience;
  ways: MeetingWay[];
  minutes: number;
  /** the system that publishes its times; null: they come of the hours here */
  system: string | null;
  officers: number;
  /** from now on */
  booked: number;
  lacks: Lacking | null;
  /** why nobody learns who has booked; null: somebody does */
  untold: Untold | null;
}

/** The kinds of meetings as the municipality has made them, in the order that residents read them. */
export function listTypes(actor: Actor): Promise<ListedType[]> {
  return read(actor, async (tx) => {
    requireAdminMay(actor, 'keep');
    const { tenantId } = actor;
    const at = now();
    const { type: booked } = await bookedAheadInTx(tx, tenantId, at);
    const systemName = await systemNamesInTx(tx, tenantId);
    const lacking = await lackingInTx(tx, tenantId, at);
    const types = await tx.appointmentType.findMany({
      where: { tenantId },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
      include: {
        _count: { select: { officers: true } },
        receiver: { select: { active: true, scopes: true } },
      },
    });
    return types.map(({ slug, name, systemId, receiver, _count, ...type }) => ({
      id: type.id,
      name: texts.parse(name).sv ?? slug,
      isOpen: type.isOpen,
      audience: type.audience,
      ways: type.ways,
      minutes: type.minutes,
      system: systemName(systemId),
      officers: _count.officers,
      booked: booked.get(type.id) ?? 0,
      lacks: lacking.get(type.id) ?? null,
      untold: untoldOf({ ...type, systemId }, receiver),
    }));
  });
}

/** What is lacking, type by type; of a system's nothing, since it knows itself. */
export async function lackingInTx(tx: Tx, tenantId: string, at: Date): Promise<Map<string, Lacking>> {
  const rows = await tx.$queryRaw<{ id: string; lacks: Lacking | null }[]>`
    with hours as (
      select ot.type_id, g.place_id, g.ways from officer_type ot
        join meeting_officer o on o.tenant_id = ot.tenant_id and o.id = ot.officer_id and o.is_open
        left join opening g on g.tenant_id = o.tenant_id and g.officer_id = o.id
             and exists (select from opening_period p
                          where p.tenant_id = g.tenant_id and p.opening_id = g.id and p.ends_at > ${at})
       where ot.tenant_id = ${tenantId}
    ), visits as (
      select h.type_id, h.place_id from hours h
        join meeting_place l on l.tenant_id = ${tenantId} and l.id = h.place_id and l.is_open
       where 'visit' = any(h.ways)
    )
    select t.id, case
        when not exists (select from hours h where h.type_id = t.id) then 'officers'
        when not exists (select from hours h where h.type_id = t.id and h.ways && array_remove(t.ways, 'visit'))
             and not ('visit' = any(t.ways) and exists (select from visits v where v.type_id = t.id)) then 'hours'
        when t.needs_room and 'visit' = any(t.ways) and exists (select from visits v where v.type_id = t.id)
             and not exists (
          select from visits v join meeting_room r on r.tenant_id = t.tenant_id and r.place_id = v.place_id
           where v.type_id = t.id and r.is_open and r.seats >= t.seats) then 'room'
      end lacks
      from appointment_type t
     where t.tenant_id = ${tenantId} and t.system_id is null`;
  return new Map(rows.flatMap(({ id, lacks }) => (lacks ? [[id, lacks]] : [])));
}
