import { describe, expect, it } from 'vitest';
import { personContext } from '@/lib/identity/domain/person-seals';
import { makeNotice } from '@/lib/notifications/commands/make-notice';
import { sendNotice } from '@/lib/notifications/commands/send-notice';
import { seal } from '@/lib/platform/crypto';
import { write } from '@/lib/platform/db';
import { handlers } from '@/lib/platform/jobs/handlers';
import { openPage, pdfFile, posted, save } from '@/lib/testing/applications-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { publish } from '@/lib/testing/publish-form';
import { smallForm } from '@/lib/testing/small-form';
import { asOwner } from '@/lib/testing/test-database';
import { removeOldDrafts } from './commands/remove-old-drafts';
import { startApplication } from './commands/start-application';
import { warnOfOldDrafts } from './commands/warn-of-old-drafts';
import { listOpenApplications } from './queries/list-open-applications';

const going = new AbortController().signal;
let services = 0;

/** Somebody's draft with an answer and a file, last changed so many days ago. Granvik keeps drafts 90 days and warns 14 before. */
async function lying(days: number, tenantId = 'granvik') {
  services += 1;
  const slug = `lying-${services}`;
  await publish(
    tenantId,
    smallForm(slug, {
      first: [
        { kind: 'text', id: 'name' },
        { kind: 'file', id: 'proof', accept: ['pdf'] },
      ],
    }),
  );
  const actor = await createResident(tenantId);
  const { applicationId } = await startApplication(actor, { slug, language: 'sv' });
  const { page, version } = await openPage(actor, applicationId, 'first');
  await save(actor, applicationId, 'first', version, posted(page, { name: 'Vera' }), {
    files: [{ field: 'proof', file: pdfFile() }],
  });
  await asOwner((client) =>
    client.query(`update application set updated_at = now() - make_interval(days => $2) where id = $1`, [
      applicationId,
      days,
    ]),
  );
  const row = async () => {
    const { rows } = await asOwner((client) =>
      client.query(
        `select status::text, remove_on::text as "removeOn",
             (select count(*) from application_answer where application_id = a.id)::int as answers,
             (select count(*) from stored_file where owner_id = a.person_id)::int as files,
             (select count(*) from audit_entry where object_id = a.id and action = 'applications.remove-old-draft')::int as audited
           from application a where id = $1`,
        [applicationId],
      ),
    );
    return rows[0];
  };
  const told = async () => {
    const { rows } = await asOwner((client) =>
      client.query(
        "select id from domain_event where type = 'applications.draft-expiring' and payload ->> 'applicationId' = $1",
        [applicationId],
      ),
    );
    return rows.map(({ id }) => id as string);
  };
  return { actor, applicationId, row, told };
}

const later = (days: number) => () => new Date(Date.now() + days * 86_400_000);
const inList = async (actor: Parameters<typeof save>[0]) =>
  (await listOpenApplications(actor, { language: 'sv' })).drafts;

describe('a draft that nobody touches', () => {
  it('is told of in time, once, and its own last change stays as it was', async () => {
    const { actor, row, told } = await lying(77);
    const [before] = await inList(actor);
    expect(before?.removeOn).toBeNull();
    await warnOfOldDrafts(aJob('granvik'));
    await warnOfOldDrafts(aJob('granvik'));
    expect(await told()).toHaveLength(1);
    const [after] = await inList(actor);
    expect(after?.savedAt).toEqual(before?.savedAt);
    expect(after?.removeOn).toBe((await row()).removeOn);
    const daysLeft = (Date.parse(after?.removeOn ?? '') - Date.now()) / 86_400_000;
    expect(Math.round(daysLeft)).toBeGreaterThanOrEqual(13);
  });

  it('is left alone before that, and where the municipality has decided nothing', async () => {
    const young = await lying(74);
    const undecided = await lying(400, 'ekhamn');
    await asOwner((client) =>
      client.query("delete from dated_rule where tenant_id = 'ekhamn' and key = 'draft.kept'"),
    );
    await warnOfOldDrafts(aJob('granvik'));
    await warnOfOldDrafts(aJob('ekhamn'));
    expect(await young.told()).toEqual([]);
    expect(await undecided.told()).toEqual([]);
  });

  it('is thrown away on the day it was told of, with all that was in it, and not before', async () => {
    const { row } = await lying(200);
    await warnOfOldDrafts(aJob('granvik'));
    await removeOldDrafts(aJob('granvik'), { now: later(13) });
    expect(await row()).toMatchObject({ status: 'draft', answers: 1, files: 1 });
    await removeOldDrafts(aJob('granvik'), { now: later(14) });
    await removeOldDrafts(aJob('granvik'), { now: later(14) });
    expect(await row()).toEqual({ status: 'discarded', removeOn: null, answers: 0, files: 0, audited: 1 });
  });

  it('is never thrown away untold, however old', async () => {
    const { row } = await lying(1000);
    await removeOldDrafts(aJob('granvik'), { now: later(500) });
    expect(await row()).toMatchObject({ status: 'draft', answers: 1 });
  });

  it('is kept when she saves a page, also unchanged; then the mail that waits is not sent', async () => {
    const { actor, applicationId, row, told } = await lying(80);
    await warnOfOldDrafts(aJob('granvik'));
    const { page, version } = await openPage(actor, applicationId, 'first');
    await save(actor, applicationId, 'first', version, posted(page, page.answers));
    expect(await row()).toMatchObject({ status: 'draft', removeOn: null });
    await removeOldDrafts(aJob('granvik'), { now: later(30) });
    expect(await row()).toMatchObject({ status: 'draft', answers: 1, files: 1 });

    const [eventId = ''] = await told();
    const { tenantId, personId } = actor;
    const email = seal('vera@example.test', personContext('email', tenantId, personId));
    await write(actor, (tx) =>
      tx.person.update({
        where: { tenantId_id: { tenantId, id: personId } },
        data: { emailSealed: email },
        select: { id: true },
      }),
    );
    await makeNotice(aJob('granvik'), {
      eventId,
      eventType: 'applications.draft-expiring',
      personId,
    });
    const notice = async () =>
      (
        await asOwner((client) =>
          client.query('select delivery_id, kind, state, reason from notice where event_id = $1', [eventId]),
        )
      ).rows[0];
    const { delivery_id: id, ...waiting } = await notice();
    expect(waiting).toEqual({ kind: 'draft', state: 'waiting', reason: null });
    const never = async () => expect.unreachable('nothing is news');
    await sendNotice(aJob('granvik'), id, {
      senders: { email: never, sms: never, push: never, 'digital-mail': never },
    });
    expect(await notice()).toMatchObject({ state: 'dropped', reason: 'no-longer-news' });
  });

  it('is looked after by the housekeeping of every municipality', async () => {
    const { told } = await lying(80);
    await handlers['forget-old-rows']?.({}, going);
    expect(await told()).toHaveLength(1);
  });
});

it('is the portal’s own business', async () => {
  for (const actor of [aNobody('granvik'), await createResident('granvik')]) {
    await expect(warnOfOldDrafts(actor as never)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(removeOldDrafts(actor as never)).rejects.toMatchObject({ code: 'NotFound' });
  }
});
