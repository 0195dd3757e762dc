import { describe, expect, it, vi } from 'vitest';
import type { JobActor } from '@/lib/platform/actor';
import { write } from '@/lib/platform/db';
import { openPage, pdfFile, posted, save, sign } from '@/lib/testing/applications-world';
import { aJob } from '@/lib/testing/builders';
import {
  aNationalId,
  coSign,
  createAwaiting,
  createFilledInTogether,
  createSigner,
  invitationOf,
  type Person,
  publishSignedByMany,
} from '@/lib/testing/signers-world';
import { dumpEverything, rows } from '@/lib/testing/test-database';
import { coSignApplication } from './commands/co-sign-application';
import { declineToSign } from './commands/decline-to-sign';
import { discardApplication } from './commands/discard-application';
import { expireInvitations } from './commands/expire-invitations';
import { handleInfectedFile } from './commands/handle-infected-file';
import { remindSigners } from './commands/remind-signers';
import { startApplication } from './commands/start-application';
import { submitApplication } from './commands/submit-application';
import { takeBackInvitations } from './commands/take-back-invitations';
import { getApplicationSummary } from './queries/get-application-summary';
import { getInvitation } from './queries/get-invitation';

// Each test fills in a form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const language = 'sv' as const;
const statusOf = async (applicationId: string) =>
  (await rows<{ status: string }>('select status from application where id = $1', [applicationId]))[0]
    ?.status;
const signersOf = async (applicationId: string) => {
  const found = await rows<{ role: string; status: string }>(
    'select role, status from application_signer where application_id = $1',
    [applicationId],
  );
  return found.map(({ role, status }) => `${role} ${status}`).sort();
};
const eventsOf = async (applicationId: string) =>
  (
    await rows<{ type: string }>(
      "select type from domain_event where payload ->> 'applicationId' = $1 order by id",
      [applicationId],
    )
  ).map(({ type }) => type);

const signTogether = async (person: Person, invitationId: string) => {
  const signature = await coSign(person, invitationId);
  await coSignApplication(person, { invitationId, ...signature });
};

describe('when one declines', () => {
  it('it is a draft again with every answer, nobody else is asked, and the applicant is told why', async () => {
    const people = [await createSigner(), await createSigner()] as const;
    const applicant = await createSigner();
    const applicationId = await createAwaiting(applicant, people);
    const [one, other] = [await invitationOf(applicationId), await invitationOf(applicationId, 'third')];
    const reason = 'Jag vill prata om det först';
    await declineToSign(people[0], { invitationId: one, reason });
    await declineToSign(people[0], { invitationId: one, reason });
    expect(await statusOf(applicationId)).toBe('draft');
    expect((await eventsOf(applicationId)).at(-1)).toBe('applications.signature-declined');
    const { page } = await openPage(applicant, applicationId, 'why');
    expect(page.answers).toEqual({ why: 'Vi vill det båda två' });
    expect(await getApplicationSummary(applicant, { applicationId, language })).toMatchObject({
      isShared: true,
      returned: { reason: 'declined', who: ['Kim Partner'], said: reason },
    });
    expect(await getInvitation(people[0], { invitationId: one, language })).toMatchObject({
      kind: 'declined',
    });
    expect(await getInvitation(people[1], { invitationId: other, language })).toMatchObject({
      kind: 'taken-back',
    });
    await expect(declineToSign(people[1], { invitationId: other, reason: '' })).rejects.toMatchObject({
      code: 'Conflict',
      reason: 'errors:signature-not-wanted',
    });
  });

  it('a reason that is too long is given back', async () => {
    const partner = await createSigner();
    const applicationId = await createAwaiting(await createSigner(), [partner]);
    const invitationId = await invitationOf(applicationId);
    await expect(declineToSign(partner, { invitationId, reason: 'x'.repeat(501) })).rejects.toMatchObject({
      code: 'Invalid',
    });
    expect(await statusOf(applicationId)).toBe('awaiting_signatures');
  });
});

describe('taking it back', () => {
  it('lets her change it; then everybody signs anew, and an older signature is of no use', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    const first = await invitationOf(applicationId);
    const old = await coSign(partner, first);
    await takeBackInvitations(applicant, applicationId);
    await takeBackInvitations(applicant, applicationId);
    await expect(coSignApplication(partner, { invitationId: first, ...old })).rejects.toMatchObject({
      code: 'Conflict',
    });
    const { page, version } = await openPage(applicant, applicationId, 'why');
    await save(applicant, applicationId, 'why', version, posted(page, { why: 'Vi har tänkt om' }));
    await submitApplication(applicant, { applicationId, ...(await sign(applicant, applicationId)) });
    const second = await invitationOf(applicationId);
    expect(second).not.toBe(first);
    await expect(coSignApplication(partner, { invitationId: second, ...old })).rejects.toMatchObject({
      code: 'Conflict',
    });
    await signTogether(partner, second);
    expect(await statusOf(applicationId)).toBe('submitted');
    expect(await signersOf(applicationId)).toEqual([
      'applicant signed',
      'applicant signed',
      'partner signed',
      'partner taken_back',
    ]);
  });

  it('leaves room for the next application meanwhile', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const slug = await publishSignedByMany();
    const applicationId = await createAwaiting(applicant, [partner], { slug });
    const next = await startApplication(applicant, { slug, language });
    expect(next).toMatchObject({ isNew: true });
    await takeBackInvitations(applicant, applicationId);
    expect(await startApplication(applicant, { slug, language })).toEqual({ ...next, isNew: false });
  });

  it('comes too late when the last signature was first', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    const invitationId = await invitationOf(applicationId);
    const signature = await coSign(partner, invitationId);
    const [signed, taken] = await Promise.allSettled([
      coSignApplication(partner, { invitationId, ...signature }),
      takeBackInvitations(applicant, applicationId),
    ]);
    // Whoever was first, the other is told, and it is never both.
    const isSent = (await statusOf(applicationId)) === 'submitted';
    expect([signed.status, taken.status]).toEqual(
      isSent ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'],
    );
  });
});

describe('when a file in it turns out to be infected', () => {
  it('nobody signs what is no longer whole: it is a draft again, and the applicant is told', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const slug = await publishSignedByMany();
    const applicationId = await createFilledInTogether(applicant, slug, {
      'partner-number': partner.nationalId,
    });
    const { page, version } = await openPage(applicant, applicationId, 'why');
    await save(applicant, applicationId, 'why', version, posted(page, page.answers), {
      files: [{ field: 'papers', file: pdfFile() }],
    });
    await submitApplication(applicant, { applicationId, ...(await sign(applicant, applicationId)) });
    const [file] = await rows<{ id: string }>(
      'select file_id as id from application_file where application_id = $1',
      [applicationId],
    );
    await handleInfectedFile(aJob('granvik'), { fileId: file?.id ?? '', personId: applicant.personId });
    expect(await statusOf(applicationId)).toBe('draft');
    expect((await eventsOf(applicationId)).at(-1)).toBe('applications.file-infected');
    const invitationId = await invitationOf(applicationId);
    expect(await getInvitation(partner, { invitationId, language })).toMatchObject({ kind: 'taken-back' });
    expect(await getApplicationSummary(applicant, { applicationId, language })).toMatchObject({
      returned: { reason: 'file-infected', who: [] },
    });
  });
});

describe('the days', () => {
  const day = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) });
  const job = aJob('granvik');
  const reminders = async (applicationId: string) =>
    (await eventsOf(applicationId)).filter((type) => type === 'applications.signature-reminded').length;

  it('remind those who have not answered, once for each, and make up for days that were missed by one', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner], { remindAfterDays: [3, 5, 9] });
    await remindSigners(job, day(2));
    expect(await reminders(applicationId)).toBe(0);
    await Promise.all([remindSigners(job, day(3)), remindSigners(job, day(3))]);
    await remindSigners(job, day(4));
    expect(await reminders(applicationId)).toBe(1);
    await remindSigners(job, day(10));
    await remindSigners(job, day(11));
    expect(await reminders(applicationId)).toBe(2);
    await signTogether(partner, await invitationOf(applicationId));
    expect(await statusOf(applicationId)).toBe('submitted');
  });

  it('remind nobody who has answered, and tell somebody who has logged in here since', async () => {
    const applicant = await createSigner();
    const [one, other] = [await createSigner(), { nationalId: aNationalId() }];
    const applicationId = await createAwaiting(applicant, [one, other], { remindAfterDays: [3] });
    await signTogether(one, await invitationOf(applicationId));
    await createSigner(other);
    await remindSigners(job, day(3));
    const [event, ...more] = await rows<{ signer: string }>(
      `select payload ->> 'signerId' as signer from domain_event
        where type = 'applications.signature-reminded' and payload ->> 'applicationId' = $1`,
      [applicationId],
    );
    expect(more).toEqual([]);
    expect(event?.signer).toBe(await invitationOf(applicationId, 'third'));
  });

  it('end: after the last day it is a draft again, and the applicant is told who did not answer', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner], { answerWithinDays: 14 });
    await expireInvitations(job, day(14));
    expect(await statusOf(applicationId)).toBe('awaiting_signatures');
    await Promise.all([expireInvitations(job, day(15)), expireInvitations(job, day(15))]);
    expect(await statusOf(applicationId)).toBe('draft');
    expect((await eventsOf(applicationId)).filter((type) => type.endsWith('expired'))).toHaveLength(1);
    expect(await getApplicationSummary(applicant, { applicationId, language })).toMatchObject({
      returned: { reason: 'expired', who: ['Kim Partner'], said: null },
      unready: [],
    });
    const invitationId = await invitationOf(applicationId);
    expect(await getInvitation(partner, { invitationId, language })).toMatchObject({ kind: 'expired' });
    await expect(coSign(partner, invitationId)).rejects.toThrow('Nothing to sign');
  });

  it('are looked after by jobs alone', async () => {
    const resident = await createSigner();
    for (const work of [expireInvitations, remindSigners]) {
      await expect(work(resident as unknown as JobActor)).rejects.toMatchObject({ code: 'NotFound' });
    }
  });
});

describe('the database', () => {
  it('lets nobody sign one document twice', async () => {
    const partner = await createSigner();
    const applicationId = await createAwaiting(await createSigner(), [partner]);
    const again = `insert into application_signer (tenant_id, id, application_id, document_hash, position, role,
        national_id_sealed, national_id_lookup, status)
      select tenant_id, gen_random_uuid(), application_id, document_hash, 7, 'other', national_id_sealed,
             national_id_lookup, 'waiting' from application_signer where application_id = $1 and role = 'applicant'`;
    await expect(rows(again, [applicationId])).rejects.toThrow(/unique/);
  });

  it('forgets whom she asked when she throws the draft away, and never who has signed what was sent', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    await takeBackInvitations(applicant, applicationId);
    await discardApplication(applicant, applicationId);
    expect(await signersOf(applicationId)).toEqual([]);

    const sent = await createAwaiting(applicant, [partner]);
    await signTogether(partner, await invitationOf(sent));
    await write(applicant, (tx) => tx.applicationSigner.deleteMany({ where: { applicationId: sent } }));
    expect(await signersOf(sent)).toHaveLength(2);
  });

  it('holds nothing of who signs, or why somebody doesn’t, in the open', async () => {
    const partner = await createSigner();
    const applicationId = await createAwaiting(await createSigner(), [partner]);
    await declineToSign(partner, { invitationId: await invitationOf(applicationId), reason: 'Hemligt skäl' });
    const dump = await dumpEverything();
    for (const word of [partner.nationalId, 'Kim Partner', 'Hemligt skäl']) expect(dump).not.toContain(word);
  });
});
