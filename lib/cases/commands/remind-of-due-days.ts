import 'server-only';
import { addDays, type CalendarDate, dateInSweden, fromDbDate, toDbDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import type { JobActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { Prisma, read, type Tx, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { emitInTx } from '@/lib/platform/events';
import { log } from '@/lib/platform/log';
import { findRuleInTx } from '@/lib/tenants/api';
import { may } from '../access';
import { type ReminderRule, type ReminderStage, reminderDue } from '../domain/reminder';
import { answerBy } from '../domain/supplement';
import { isStillToBeDoneInTx } from '../queries/is-reminder-true';

/** So many of each kind in one run; the next one takes the next ones. */
const AT_ONCE = 2000;
/** How many days off a due date can be moved past (lag (1930:173) 2 §). */
const MOST_DAYS_OFF = 5;

/**
 * Reminds those who have not answered what is asked of them by a day, or not sent an appeal that they have begun, on the
 * days that the municipality's rules say. Each reminder is a row, and made once for a day: two workers at once, or one
 * that begins anew, make one. It is a notice as any other, and looked at again before it is sent.
 */
export async function remindOfDueDays(
  actor: JobActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<void> {
  if (!may(actor, 'remind-of-due-days')) throw notFound();
  const today = dateInSweden(now());
  const waiting = await read(actor, async (tx) => {
    const { tenantId } = actor;
    const due = await findRuleInTx(tx, tenantId, 'reminder.due-date', today);
    const appeal = await findRuleInTx(tx, tenantId, 'reminder.appeal', today);
    return [
      ...(due ? await toRemindOfInTx(tx, unanswered(tenantId, window(due, today)), due, today) : []),
      ...(appeal
        ? await toRemindOfInTx(tx, begunAppeals(tenantId, window(appeal, today)), appeal, today)
        : []),
    ];
  });
  for (const one of waiting) {
    await write(actor, (tx) => remindInTx(tx, actor, one)).catch((error) =>
      log.error({ err: error, caseId: one.caseId }, 'a reminder could not be made'),
    );
  }
}

interface Candidate {
  caseId: string;
  personId: string;
  supplementId: string | null;
  roundId: string | null;
  decisionId: string | null;
  /** as the office said, or the law's last day */
  dueOn: Date;
  toldAt: Date;
  /** the stages that she has been reminded in of that very day */
  reminded: ReminderStage[];
}
type Due = Candidate & { stage: ReminderStage };

async function toRemindOfInTx(
  tx: Tx,
  candidates: Prisma.Sql,
  rule: ReminderRule,
  today: CalendarDate,
): Promise<Due[]> {
  const rows = await tx.$queryRaw<Candidate[]>(candidates);
  return rows.flatMap((row) => {
    const dueOn = answerBy(fromDbDate(row.dueOn));
    const stage = reminderDue({ dueOn, toldOn: dateInSweden(row.toldAt) }, rule, today);
    return stage !== null && !row.reminded.includes(stage) ? [{ ...row, stage }] : [];
  });
}

/** The due dates that a reminder may be about today: a little more than those that one is. */
const window = ({ daysBefore, lateWithinDays = 0 }: ReminderRule, today: CalendarDate) => ({
  from: toDbDate(addDays(today, -lateWithinDays - MOST_DAYS_OFF)),
  to: toDbDate(addDays(today, daysBefore)),
});

type Window = ReturnType<typeof window>;

/** What is asked and not answered. She was told of a day when she was asked, or when she was given it. */
const unanswered = (tenantId: string, { from, to }: Window) => Prisma.sql`
  with asked as (
    select case_id, id as supplement_id, null::uuid as round_id, due_on, asked_at
      from supplement where tenant_id = ${tenantId} and status = 'asked' and due_on between ${from}::date and ${to}::date
    union all
    select case_id, null, id, due_on, asked_at
      from comment_round where tenant_id = ${tenantId} and status = 'open' and due_on between ${from}::date and ${to}::date
  )
  select a.case_id as "caseId", c.person_id as "personId", a.supplement_id as "supplementId", a.round_id as "roundId",
         null::uuid as "decisionId", a.due_on as "dueOn",
         greatest(a.asked_at, (select max(m.answered_at) from more_time_request m
                                where m.tenant_id = ${tenantId} and m.outcome = 'granted'
                                  and (m.supplement_id = a.supplement_id or m.round_id = a.round_id))) as "toldAt",
         array(select r.stage from due_reminder r
                where r.tenant_id = ${tenantId} and r.due_on = a.due_on
                  and (r.supplement_id = a.supplement_id or r.round_id = a.round_id)) as reminded
    from asked a join cases c on c.tenant_id = ${tenantId} and c.id = a.case_id
   order by a.due_on limit ${AT_ONCE}`;

/**
 * Appeals that she has begun here. Whoever has read her decision and begun nothing is not reminded: that
 * she is content is the likelier reason, and the decision's page says the day.
 */
const begunAppeals = (tenantId: string, { from, to }: Window) => Prisma.sql`
  select d.case_id as "caseId", c.person_id as "personId", null::uuid as "supplementId", null::uuid as "roundId",
         d.id as "decisionId", d.appeal_last_on as "dueOn", d.opened_at as "toldAt",
         array(select r.stage from due_reminder r
                where r.tenant_id = ${tenantId} and r.due_on = d.appeal_last_on and r.decision_id = d.id) as reminded
    from appeal a
    join decision d on d.tenant_id = ${tenantId} and d.id = a.decision_id
    join cases c on c.tenant_id = ${tenantId} and c.id = a.case_id
   where a.tenant_id = ${tenantId} and a.sent_at is null and d.appeal_last_on between ${from}::date and ${to}::date
   order by d.appeal_last_on limit ${AT_ONCE}`;

async function remindInTx(tx: Tx, actor: JobActor, due: Due): Promise<void> {
  const { tenantId } = actor;
  const { caseId, personId, supplementId, roundId, decisionId, dueOn, stage } = due;
  const about = { supplementId, roundId, decisionId };
  // One question decides what is hers to do, here as when the notice is sent.
  if (!(await isStillToBeDoneInTx(tx, tenantId, { ...about, dueOn }))) return;
  const reminderId = newId();
  const { count } = await tx.dueReminder.createMany({
    data: { tenantId, id: reminderId, caseId, ...about, dueOn, stage },
    skipDuplicates: true,
  });
  if (count === 0) return;
  await emitInTx(tx, actor, {
    type: 'cases.due-day-reminded',
    payload: {
      caseId,
      personId,
      reminderId,
      ...(supplementId && { supplementId }),
      ...(roundId && { roundId }),
      ...(decisionId && { decisionId }),
    },
    caseId,
  });
}
