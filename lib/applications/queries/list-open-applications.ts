import 'server-only';
import { languageOf } from '@/lib/catalogue/domain/texts';
import { type CalendarDate, calendarDate } from '@/lib/kernel/calendar-date';
import type { Said } from '@/lib/kernel/said';
import type { Actor } from '@/lib/platform/actor';
import { Prisma, readRows } from '@/lib/platform/db';
import type { Language } from '@/lib/platform/i18n';
import { requireResidentMay } from '../access';
import { type ReturnReason, returnReasons } from '../domain/signing-round';

interface InList {
  slug: string;
  serviceName: Said;
}

export interface DraftInList extends InList {
  applicationId: string;
  savedAt: Date;
  /** why it came back from those who were to sign it too */
  returned: ReturnReason | null;
  /** the day it is thrown away unless she saves it before; null as long as that is far off */
  removeOn: CalendarDate | null;
}

export interface AwaitingInList extends InList {
  applicationId: string;
  /** the nearest last day among those who are asked */
  answerBy: CalendarDate;
}

export interface InvitationInList extends InList {
  invitationId: string;
  answerBy: CalendarDate;
}

export interface OpenApplications {
  /** begun and not sent. Go on at /applications/<id> */
  drafts: DraftInList[];
  /** signed by her, not yet by others */
  awaiting: AwaitingInList[];
  /** others' applications that she is asked to sign */
  invitations: InvitationInList[];
}

/** What is on its way to be sent in: hers, latest first, and others' that need her signature. */
export async function listOpenApplications(
  actor: Actor,
  { language }: { language: Language },
): Promise<OpenApplications> {
  requireResidentMay(actor, 'read-own');
  const rows = await readRows<Row>(actor, openApplicationsStatement(actor.tenantId, actor.personId));
  const open: OpenApplications = { drafts: [], awaiting: [], invitations: [] };
  for (const { part, id, at, returnedReason, answerBy: lastDay, removeOn, slug, ...definition } of rows) {
    const lang = languageOf(definition, language);
    const named = { slug, serviceName: { text: definition.name[lang] ?? slug, lang } };
    if (part === 'draft') {
      const returned = returnReasons.find((reason) => reason === returnedReason) ?? null;
      open.drafts.push({
        ...named,
        applicationId: id,
        savedAt: at,
        returned,
        removeOn: removeOn ? calendarDate(removeOn) : null,
      });
    } else if (lastDay) {
      const answerBy = calendarDate(lastDay);
      if (part === 'awaiting') open.awaiting.push({ ...named, applicationId: id, answerBy });
      else open.invitations.push({ ...named, invitationId: id, answerBy });
    }
  }
  return open;
}

interface Row {
  part: 'draft' | 'awaiting' | 'invited';
  id: string;
  at: Date;
  returnedReason: string | null;
  answerBy: string | null;
  removeOn: string | null;
  slug: string;
  /** of the version it was started on */
  name: Record<string, string>;
  languages: string[];
}

/**
 * Asked at every overview, hence one statement: `visibleApplications` of a resident and `visibleInvitationsInTx`, those
 * that are still open. The measurements run the same on a bare server.
 */
export const openApplicationsStatement = (tenantId: string, personId: string): Prisma.Sql => Prisma.sql`
  select o.part, o.id, o.at, o.returned_reason as "returnedReason", o.answer_by::text as "answerBy",
         o.remove_on::text as "removeOn", s.slug,
         v.definition -> 'name' as name, v.definition -> 'languages' as languages
    from (
      select case when a.status = 'draft' then 'draft' else 'awaiting' end as part, a.id, a.updated_at as at,
             a.returned_reason, a.remove_on, a.service_id, a.service_version,
             (select min(g.answer_by) from application_signer g
               where g.tenant_id = a.tenant_id and g.application_id = a.id and g.status = 'invited') as answer_by
        from application a
       where a.tenant_id = ${tenantId} and a.person_id = ${personId}::uuid
         and a.status in ('draft', 'awaiting_signatures')
      union all
      select 'invited', g.id, g.invited_at, null, null, a.service_id, a.service_version, g.answer_by
        from person p
        join application_signer g on g.tenant_id = p.tenant_id and g.national_id_lookup = p.national_id_lookup
        join application a on a.tenant_id = g.tenant_id and a.id = g.application_id
       where p.tenant_id = ${tenantId} and p.id = ${personId}::uuid and g.status = 'invited' and g.position > 0
         and a.status = 'awaiting_signatures'
    ) o
    join service s on s.tenant_id = ${tenantId} and s.id = o.service_id
    join service_version v
      on v.tenant_id = ${tenantId} and v.service_id = o.service_id and v.version = o.service_version
   order by o.at desc`;
