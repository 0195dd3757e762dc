import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { Prisma, read, type Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { type Deed, deedOf, READING, ROUTINE } from '../domain/access-log';
import { titleIn } from '../domain/title';

export interface AccessLogEntry {
  id: string;
  /** when it was done, the last time */
  at: Date;
  /** how often that day, and the first time: the same reading again is the same entry */
  times: number;
  firstAt: Date;
  /** a system's or officer's name as the system gave it, or that of who runs these pages; another person is never named */
  who: { kind: 'system' | 'admin'; name: string } | { kind: 'person' } | { kind: 'nobody' };
  deed: Deed;
  wasRefused: boolean;
  /** the case it was about, where that is known */
  about: { number: string; title: Said } | null;
}

export interface AccessLog {
  entries: AccessLogEntry[];
  page: number;
  pages: number;
}

const PAGE = 25;

/**
 * Who else has read or changed her information, or was refused. What she does herself and what the portal does by
 * itself is left out. Who reads the same thing five times in a day is told of once, with how often: five rows alike would
 * hide the one that differs. Each change stands for itself, but for what whoever gives her care tells many times a day. A
 * page past the end is the last one.
 */
export async function getAccessLog(actor: Actor, lang: Language, page: number): Promise<AccessLog> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>(othersDeeds(actor, page));
    const cases = await casesOfInTx(tx, actor, rows);
    return {
      page: rows[0]?.page ?? 1,
      pages: rows[0]?.pages ?? 1,
      entries: rows.map((row) => {
        const about = row.objectId ? cases.get(row.objectId) : undefined;
        return {
          id: row.id,
          at: row.at,
          times: row.times,
          firstAt: row.firstAt,
          who:
            (row.actorKind === 'system' || row.actorKind === 'admin') && row.actorLabel
              ? { kind: row.actorKind, name: row.actorLabel }
              : { kind: row.actorKind === 'nobody' ? 'nobody' : 'person' },
          deed: deedOf(row.action, row.objectType),
          wasRefused: row.outcome === 'refused',
          about: about ? { number: about.number, title: titleIn(about.title, lang) } : null,
        };
      }),
    };
  });
}

interface Row {
  id: string;
  at: Date;
  firstAt: Date;
  times: number;
  actorKind: string;
  actorLabel: string | null;
  action: string;
  outcome: string;
  objectType: string | null;
  objectId: string | null;
  page: number;
  pages: number;
}

/** Merged before they are counted and cut into pages, so that no reading is split between two. Days are Sweden's. */
const othersDeeds = ({ tenantId, personId }: ResidentActor, page: number) => Prisma.sql`
  with entry as (
    select max(id::text) as id, max(at) as at, min(at) as "firstAt", count(*)::int as times,
           actor_kind as "actorKind", actor_label as "actorLabel", action, outcome,
           object_type as "objectType", object as "objectId"
      from (select *, case when action ~ ${ROUTINE} then null else object_id end as object,
                   case when action ~ ${ROUTINE} then null else reason end as why
              from audit_entry
             where tenant_id = ${tenantId} and subject_person_id = ${personId}::uuid and actor_kind <> 'job'
               and actor_person_id is distinct from ${personId}::uuid) as others
     group by actor_kind, actor_person_id, actor_label, action, outcome, object_type, object, why,
              (at at time zone 'Europe/Stockholm')::date,
              case when action ~ ${READING} or action ~ ${ROUTINE} then null else id end
  ), place as (
    select pages, least(greatest(1, ${page}::int), pages) as page
      from (select greatest(1, ceil(count(*) / ${PAGE}::numeric))::int as pages from entry) as counted
  )
  select entry.*, place.page, place.pages from entry cross join place
   order by entry.at desc, entry.id desc
   limit ${PAGE} offset (select (page - 1) * ${PAGE} from place)`;

/** Her cases that the rows' objects belong to, by the object's id. */
async function casesOfInTx(
  tx: Tx,
  { tenantId, personId }: ResidentActor,
  rows: readonly { objectId: string | null }[],
) {
  const ids = [...new Set(rows.flatMap(({ objectId }) => (objectId ? [objectId] : [])))];
  const inIds = { in: ids };
  const cases = await tx.case.findMany({
    where: {
      tenantId,
      personId,
      OR: [
        { id: inIds },
        { applicationId: inIds },
        { supplements: { some: { id: inIds } } },
        { supplements: { some: { files: { some: { fileId: inIds } } } } },
        { commentRounds: { some: { id: inIds } } },
        { commentRounds: { some: { files: { some: { fileId: inIds } } } } },
        { decisions: { some: { id: inIds } } },
      ],
    },
    select: {
      id: true,
      applicationId: true,
      number: true,
      title: true,
      supplements: { select: { id: true, files: { select: { fileId: true } } } },
      commentRounds: { select: { id: true, files: { select: { fileId: true } } } },
      decisions: { select: { id: true } },
    },
  });
  return new Map(
    cases.flatMap((one) =>
      [
        one.id,
        one.applicationId,
        ...one.supplements.flatMap(({ id, files }) => [id, ...files.map(({ fileId }) => fileId)]),
        ...one.commentRounds.flatMap(({ id, files }) => [id, ...files.map(({ fileId }) => fileId)]),
        ...one.decisions.map(({ id }) => id),
      ].flatMap((id) => (id ? [[id, one] as const] : [])),
    ),
  );
}
