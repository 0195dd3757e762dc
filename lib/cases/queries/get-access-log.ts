import 'server-only';
import type { Said } from '@/lib/kernel/said';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { type Prisma, read, type Tx } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { type Deed, deedOf } from '../domain/access-log';
import { titleIn } from '../domain/title';

export interface AccessLogEntry {
  id: string;
  at: Date;
  /** a system's or officer's name as the system gave it; another person is never named */
  who: { kind: 'system'; name: string } | { kind: 'person' } | { kind: 'nobody' };
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
 * itself is left out. A page past the end is the last one.
 */
export async function getAccessLog(actor: Actor, lang: Language, page: number): Promise<AccessLog> {
  requireResidentMay(actor, 'read-own');
  return read(actor, async (tx) => {
    const where = othersDeeds(actor);
    const pages = Math.max(1, Math.ceil((await tx.auditEntry.count({ where })) / PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await tx.auditEntry.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (shown - 1) * PAGE,
      take: PAGE,
    });
    const cases = await casesOfInTx(tx, actor, rows);
    return {
      page: shown,
      pages,
      entries: rows.map((row) => {
        const about = row.objectId ? cases.get(row.objectId) : undefined;
        return {
          id: row.id,
          at: row.at,
          who:
            row.actorKind === 'system' && row.actorLabel
              ? { kind: 'system', name: row.actorLabel }
              : { kind: row.actorKind === 'nobody' ? 'nobody' : 'person' },
          deed: deedOf(row.action, row.objectType),
          wasRefused: row.outcome === 'refused',
          about: about ? { number: about.number, title: titleIn(about.title, lang) } : null,
        };
      }),
    };
  });
}

const othersDeeds = ({ tenantId, personId }: ResidentActor): Prisma.AuditEntryWhereInput => ({
  tenantId,
  subjectPersonId: personId,
  actorKind: { not: 'job' },
  OR: [{ actorPersonId: null }, { actorPersonId: { not: personId } }],
});

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
        { decisions: { some: { id: inIds } } },
      ],
    },
    select: {
      id: true,
      applicationId: true,
      number: true,
      title: true,
      supplements: { select: { id: true, files: { select: { fileId: true } } } },
      decisions: { select: { id: true } },
    },
  });
  return new Map(
    cases.flatMap((one) =>
      [
        one.id,
        one.applicationId,
        ...one.supplements.flatMap(({ id, files }) => [id, ...files.map(({ fileId }) => fileId)]),
        ...one.decisions.map(({ id }) => id),
      ].flatMap((id) => (id ? [[id, one] as const] : [])),
    ),
  );
}
