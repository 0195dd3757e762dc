import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { planMessageDelivery } from '@/lib/back-office/commands/plan-message-delivery';
import { examples } from '@/lib/back-office/contract/examples';
import { assignCaseToSystemInTx } from '@/lib/cases/api';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { recordCommentRound } from '@/lib/cases/commands/record-comment-round';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordReceivedByOffice } from '@/lib/cases/commands/record-received-by-office';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { SystemActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { written as appealText, sendAppealOf } from './appeals-world';
import { createBooking, createMeeting, createType, type TestType } from './appointments-world';
import { createSubmitted } from './back-office-world';
import { createResident } from './builders';
import { commentRound, decision, job, residentOf, supplementRequest } from './cases-world';
import { sendOne } from './messages-world';
import { asOwner } from './test-database';

/** What a system has of one municipality's residents, by the names that ids have in the paths of the API. */
export type HeldIds = Record<string, string[]>;

/** The name of a service, since that is what stands where a path wants one. */
const TYPE = 'sarskilt-boende';

/** The office's own id of each thing that is asked and decided in a marked case. */
export const EXTERNAL_ID = 'E1';

/**
 * Cases of a system's: one that has just come, one where she is asked for all there is to ask, one that is decided and
 * appealed, and one where a home has been granted. In every word of theirs that somebody wrote stands `mark`.
 */
export async function holdMarkedCases(system: SystemActor, mark: string): Promise<HeldIds> {
  await publishHome(system.tenantId);
  const bookingId = await bookedTimes(system, mark);
  const caseIds = [
    await newCase(system, mark),
    await askedCase(system, mark),
    await appealedCase(system, mark),
    await grantedCase(system, mark),
  ].map(({ caseId }) => caseId);
  return { ...(await idsOf(system.tenantId, caseIds)), bookingId };
}

/**
 * A type whose times the system publishes, by the name that its calls have, with a time that is over and one that is to
 * come, both booked; and the type that the contract's example invites to.
 */
async function bookedTimes(system: SystemActor, mark: string): Promise<string[]> {
  const { tenantId, systemId } = system;
  const type = await typeOf(system, TYPE);
  await typeOf(system, examples['put-appointment-invitation'].request.type);
  const resident = await createResident(tenantId);
  const at = (days: number) => new Date(Date.now() + days * 86_400_000);
  const ids: string[] = [];
  for (const [days, externalId] of [
    [-1, `past-${mark}-${newId().slice(0, 8)}`],
    [40, `next-${mark}-${newId().slice(0, 8)}`],
  ] as const) {
    const meeting = await createMeeting(type, at(days), { systemId, externalId });
    ids.push(await createBooking(meeting, resident));
  }
  return ids;
}

/** The system that asks last has it. */
async function typeOf({ tenantId, systemId }: SystemActor, slug: string): Promise<TestType> {
  const known = await asOwner((client) =>
    client.query<{ id: string }>(
      `update appointment_type set system_id = $3 where tenant_id = $1 and slug = $2 returning id`,
      [tenantId, slug, systemId],
    ),
  );
  const [row] = known.rows;
  return row ? { tenantId, typeId: row.id, minutes: 60 } : createType(tenantId, { slug, systemId });
}

/** That the contract's example offers. */
const publishHome = (tenantId: string) =>
  asOwner((client) =>
    client.query(
      `insert into care_home (tenant_id, id, slug, name, district, address, places, description)
         values ($1, gen_random_uuid(), $2, 'Lindbacken', 'Centrum', 'Kyrkogatan 9', 36, '{"sv": "Mitt i centrum."}')
         on conflict do nothing`,
      [tenantId, examples['put-offer'].request.home],
    ),
  );

async function newCase(system: SystemActor, mark: string) {
  const { tenantId, systemId } = system;
  const theCase = await createSubmitted(tenantId, 'sarskilt-boende', { mark });
  const { caseId, applicationId, fileId, personId } = theCase;
  await write({ tenantId }, (tx) => assignCaseToSystemInTx(tx, job(tenantId), { caseId, systemId }));
  await planDelivery(job(tenantId), { caseId, applicationId });
  await asOwner((client) =>
    client.query(`update stored_file set scan_state = 'clean' where id = $1`, [fileId]),
  );
  const resident = residentOf(tenantId, personId);
  const { messageId } = await sendOne(resident, { kind: 'case', caseId }, { text: `Hur går det? ${mark}` });
  await planMessageDelivery(job(tenantId), messageId);
  return { caseId, resident };
}

async function askedCase(system: SystemActor, mark: string) {
  const theCase = await newCase(system, mark);
  const { caseId, resident } = theCase;
  const externalId = `ART-${mark}-${caseId.slice(-8)}`;
  await recordReceivedByOffice(system, { caseId, externalId, occurredAt: new Date() });
  const request = supplementRequest({ externalId: EXTERNAL_ID, text: `Vi behöver ett intyg. ${mark}` });
  const thing = await recordSupplementRequest(system, { caseId, ...request });
  await recordCommentRound(system, {
    caseId,
    ...commentRound({ externalId: EXTERNAL_ID }),
    text: `Så här. ${mark}`,
  });
  await askMoreTime(resident, { thing, wishedOn: calendarDate('2099-12-01'), reason: `Jag väntar. ${mark}` });
  return theCase;
}

async function appealedCase(system: SystemActor, mark: string) {
  const theCase = await newCase(system, mark);
  const { caseId, resident } = theCase;
  const message = {
    ...decision({ externalId: EXTERNAL_ID, outcome: 'rejected' }),
    reasons: `Därför. ${mark}`,
  };
  const { decisionId } = await recordDecision(system, { caseId, ...message });
  await openDecision(resident, { decisionId });
  const appealId = await sendAppealOf(
    resident,
    decisionId,
    appealText({ reasons: `Det är inte rätt. ${mark}` }),
  );
  await planDelivery(job(system.tenantId), { caseId, appealId });
  return theCase;
}

/** A home is offered once it has been decided that she gets one. */
async function grantedCase(system: SystemActor, mark: string) {
  const theCase = await newCase(system, mark);
  const message = { ...decision({ externalId: 'G1' }), reasons: `Därför. ${mark}` };
  await recordDecision(system, { caseId: theCase.caseId, ...message });
  return theCase;
}

function idsOf(tenantId: string, caseIds: string[]): Promise<HeldIds> {
  return asOwner(async (client) => {
    const idsFrom = async (from: string) => {
      const sql = `select t.id from ${from} where t.tenant_id = $1 and c.id = any($2)`;
      return (await client.query<{ id: string }>(sql, [tenantId, caseIds])).rows.map(({ id }) => id);
    };
    const inCase = (table: string) => idsFrom(`${table} t join cases c on c.id = t.case_id`);
    return {
      caseId: caseIds,
      deliveryId: await inCase('delivery'),
      fileId: await idsFrom('stored_file t join cases c on c.person_id = t.owner_id'),
      threadId: await inCase('message_thread'),
      messageId: await idsFrom(
        'message t join message_thread m on m.id = t.thread_id join cases c on c.id = m.case_id',
      ),
      moreTimeId: await inCase('more_time_request'),
      appealId: await inCase('appeal'),
    };
  });
}

/** Writes the mark into every text of a municipality's that takes it; gives how many columns of how many tables did. */
export function markEveryText(tenantId: string, mark: string): Promise<{ columns: number; tables: number }> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ table: string; column: string; type: string }>(
      `select c.table_name as table, c.column_name as column, c.data_type as type
         from information_schema.columns c join information_schema.columns t
           on t.table_schema = 'public' and t.table_name = c.table_name and t.column_name = 'tenant_id'
        where c.table_schema = 'public' and c.data_type in ('text', 'jsonb') and c.column_name <> 'tenant_id'`,
    );
    const marked = new Set<string>();
    let columns = 0;
    for (const { table, column, type } of rows) {
      const name = `"${column}"`;
      const value = type === 'text' ? `${name} || $2` : `${name} || jsonb_build_object('mark', $2::text)`;
      const where = type === 'text' ? `${name} is not null` : `jsonb_typeof(${name}) = 'object'`;
      try {
        const sql = `update "${table}" set ${name} = ${value} where tenant_id = $1 and ${where}`;
        const { rowCount } = await client.query(sql, [tenantId, mark]);
        if (!rowCount) continue;
        columns += 1;
        marked.add(table);
      } catch {
        // What refers to something, is one of a few words, or is written once, takes no mark.
      }
    }
    return { columns, tables: marked.size };
  });
}

/**
 * What stands in a municipality, or of cases, as one text each table: to see that nothing has changed. Not what was tried,
 * and what somebody was told of them: those rows are whose who tried and told.
 */
export function everythingOf(tenantId: string, caseIds?: readonly string[]): Promise<Record<string, string>> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ table: string }>(
      `select table_name as table from information_schema.columns
        where table_schema = 'public' and column_name = $1 and table_name not in ('audit_entry', 'inbox_message')`,
      [caseIds ? 'case_id' : 'tenant_id'],
    );
    const found: Record<string, string> = {};
    for (const { table } of rows) {
      const more = caseIds ? 'and case_id = any($2)' : '';
      const { rows: sums } = await client.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as sum
           from "${table}" t where tenant_id = $1 ${more}`,
        [tenantId, ...(caseIds ? [caseIds] : [])],
      );
      found[table] = sums[0]?.sum ?? '';
    }
    return found;
  });
}
