import { describe, expect, it, vi } from 'vitest';
import type { NationalId } from '@/lib/kernel/national-id';
import { read } from '@/lib/platform/db';
import { beginSigningOf } from '@/lib/testing/applications-world';
import { aJob } from '@/lib/testing/builders';
import {
  aNationalId,
  answerPeople,
  coSign,
  createAwaiting,
  createFilledInTogether,
  createSigner,
  invitationOf,
  type Person,
  publishSignedByMany,
} from '@/lib/testing/signers-world';
import { rows } from '@/lib/testing/test-database';
import { coSignApplication } from './commands/co-sign-application';
import { findDraftInTx } from './commands/draft-in-tx';
import { makeReceipt } from './commands/make-receipt';
import { openDraft } from './commands/open-draft';
import { prepareSigning } from './commands/prepare-signing';
import { startApplication } from './commands/start-application';
import { getApplicationSummary } from './queries/get-application-summary';
import { getDocumentToSign } from './queries/get-document-to-sign';
import { getInvitation } from './queries/get-invitation';
import { getInvitationToSign } from './queries/get-invitation-to-sign';
import { getReceipt } from './queries/get-receipt';
import { getSignatures } from './queries/get-signatures';
import { signersInTx } from './queries/signers-in-tx';

// Each test fills in a form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const language = 'sv' as const;
const statusOf = async (applicationId: string) =>
  (await rows<{ status: string }>('select status from application where id = $1', [applicationId]))[0]
    ?.status;
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

describe('before it is signed', () => {
  const filledIn = async (people: Record<string, string>, applicant?: Person) => {
    const actor = applicant ?? (await createSigner());
    const slug = await publishSignedByMany();
    return { actor, applicationId: await createFilledInTogether(actor, slug, people) };
  };
  const problemOf = async ({ actor, applicationId }: { actor: Person; applicationId: string }) => {
    const summary = await getApplicationSummary(actor, { applicationId, language });
    if (summary.kind !== 'summary') throw new Error(summary.kind);
    const problems = summary.unready.flatMap((page) => page.problems);
    expect(await prepareSigning(actor, { applicationId, language })).toEqual({
      ready: problems.length === 0,
    });
    return problems.map(({ field, key }) => `${field} ${key}`);
  };

  it('says so when the other is the applicant herself', async () => {
    const applicant = await createSigner();
    const own = { 'partner-number': applicant.nationalId };
    expect(await problemOf(await filledIn(own, applicant))).toEqual(['partner-number ownNumber']);
  });

  it('says so at the question already, when the page is sent', async () => {
    const actor = await createSigner();
    const { applicationId } = await startApplication(actor, { slug: await publishSignedByMany(), language });
    expect(await answerPeople(actor, applicationId, { 'partner-number': actor.nationalId })).toMatchObject({
      outcome: 'saved',
      submission: { outcome: 'problems', problems: [{ field: 'partner-number', key: 'ownNumber' }] },
    });
  });

  it('says so when the same person is named twice, also in another way of writing', async () => {
    const one = aNationalId(1975);
    const again = `${one.slice(2, 8)}-${one.slice(8)}`;
    const people = { 'partner-number': one, three: 'yes', 'third-number': again };
    expect(await problemOf(await filledIn(people))).toEqual(['third-number signerTwice']);
  });

  it('says so when somebody is under eighteen', async () => {
    const people = { 'partner-number': aNationalId(new Date().getFullYear() - 10) };
    expect(await problemOf(await filledIn(people))).toEqual(['partner-number signerUnderAge']);
  });

  it('says so when a number is none', async () => {
    expect(await problemOf(await filledIn({ 'partner-number': '198001019999' }))).toEqual([
      'partner-number nationalId',
    ]);
  });

  it('names everybody in the one document, and in what each app shows', async () => {
    const partner = aNationalId();
    const made = await filledIn({ 'partner-number': partner, 'partner-name': 'Kim Partner' });
    expect(await problemOf(made)).toEqual([]);
    const document = await getDocumentToSign(made.actor, { ...made, language });
    expect(document).toMatchObject({
      kind: 'document',
      visibleText: expect.stringContaining('Skriver också under: Kim Partner, medsökande'),
      others: [{ name: 'Kim Partner', title: 'medsökande' }],
    });
  });
});

describe('when the applicant has signed', () => {
  it('nothing is sent: the others are asked, and see the whole document', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    expect(await statusOf(applicationId)).toBe('awaiting_signatures');
    expect(await rows('select 1 from cases where application_id = $1', [applicationId])).toEqual([]);
    expect(await eventsOf(applicationId)).toEqual(['applications.signature-asked']);
    expect(await getReceipt(applicant, { applicationId, language })).toEqual({ kind: 'awaiting' });
    expect(await getSignatures(applicant, applicationId)).toMatchObject({
      kind: 'awaiting',
      signers: [
        { role: 'applicant', status: 'signed' },
        { role: 'partner', title: 'medsökande', name: 'Kim Partner', status: 'invited' },
      ],
    });
    const invitationId = await invitationOf(applicationId);
    const invitation = await getInvitation(partner, { invitationId, language });
    expect(invitation).toMatchObject({ kind: 'invited', own: { id: invitationId } });
    expect(JSON.stringify(invitation)).toContain('Vi vill det båda två');
    const toSign = await getInvitationToSign(partner, { invitationId, language });
    if (toSign.kind !== 'document') throw new Error(toSign.kind);
    expect(toSign.visibleText).toContain('Jag skriver under som: medsökande');
    const [signed] = await rows<{ hash: Buffer }>(
      'select document_hash as hash from signature where subject_id = $1',
      [applicationId],
    );
    expect(Buffer.from(toSign.hash)).toEqual(signed?.hash);
  });

  it('somebody who logs in here for the first time later finds it all the same', async () => {
    const nationalId = aNationalId();
    const applicationId = await createAwaiting(await createSigner(), [{ nationalId }]);
    // Nobody to tell yet.
    expect(await eventsOf(applicationId)).toEqual([]);
    const partner = await createSigner({ nationalId });
    await signTogether(partner, await invitationOf(applicationId));
    expect(await statusOf(applicationId)).toBe('submitted');
  });

  it('the reading stands in her access log', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    await getInvitation(partner, { invitationId: await invitationOf(applicationId), language });
    expect(
      await rows(
        `select action, actor_person_id as by from audit_entry
          where subject_person_id = $1 and actor_person_id <> $1 and object_id = $2`,
        [applicant.personId, applicationId],
      ),
    ).toEqual([{ action: 'applications.get-invitation', by: partner.personId }]);
  });
});

describe('the last signature', () => {
  it('sends it in, as the applicant’s, with everybody’s names, roles and times', async () => {
    const applicant = await createSigner({ givenName: 'Vera', surname: 'Först' });
    const partner = await createSigner({ givenName: 'Kimberly', surname: 'Partnersson' });
    const applicationId = await createAwaiting(applicant, [partner]);
    const invitationId = await invitationOf(applicationId);
    await signTogether(partner, invitationId);
    const receipt = await getReceipt(applicant, { applicationId, language });
    expect(receipt).toMatchObject({
      kind: 'receipt',
      signatures: [
        { role: 'applicant', name: 'Vera Först' },
        { role: 'partner', title: 'medsökande', name: 'Kimberly Partnersson', signedAt: expect.any(Date) },
      ],
    });
    expect(await rows('select person_id from cases where application_id = $1', [applicationId])).toEqual([
      { person_id: applicant.personId },
    ]);
    expect(await eventsOf(applicationId)).toEqual(['applications.signature-asked', 'applications.submitted']);
    expect(await getInvitation(partner, { invitationId, language })).toMatchObject({
      kind: 'signed',
      submitted: { number: receipt.kind === 'receipt' && receipt.number },
    });
    await makeReceipt(aJob('granvik'), applicationId);
  });

  it('again is as once', async () => {
    const [applicant, partner] = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    const invitationId = await invitationOf(applicationId);
    const signature = await coSign(partner, invitationId);
    await Promise.all([1, 2, 3].map(() => coSignApplication(partner, { invitationId, ...signature })));
    await coSignApplication(partner, { invitationId, ...signature });
    for (const sql of [
      'select 1 from cases where application_id = $1',
      'select 1 from application_snapshot where application_id = $1',
      'select 1 from signature where subject_id = $1 offset 1',
    ]) {
      expect(await rows(sql, [applicationId]), sql).toHaveLength(1);
    }
  });

  it('two at the same moment: it is sent in once', async () => {
    const people = [await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(await createSigner(), people);
    const roles = ['partner', 'third'];
    const signed = await Promise.all(
      people.map(async (person, index) => {
        const invitationId = await invitationOf(applicationId, roles[index]);
        return { person, invitationId, ...(await coSign(person, invitationId)) };
      }),
    );
    await Promise.all(signed.map(({ person, ...signature }) => coSignApplication(person, signature)));
    expect(await statusOf(applicationId)).toBe('submitted');
    expect(await rows('select 1 from cases where application_id = $1', [applicationId])).toHaveLength(1);
    expect((await eventsOf(applicationId)).filter((type) => type === 'applications.submitted')).toHaveLength(
      1,
    );
  });

  it('must be of this very document, in the browser that began it, by the person who is asked', async () => {
    const [applicant, partner, stranger] = [await createSigner(), await createSigner(), await createSigner()];
    const applicationId = await createAwaiting(applicant, [partner]);
    const invitationId = await invitationOf(applicationId);
    const signature = await coSign(partner, invitationId);
    await expect(coSignApplication(stranger, { invitationId, ...signature })).rejects.toMatchObject({
      code: 'NotFound',
    });
    const elsewhere = { invitationId, ...signature, browserToken: 'another' };
    await expect(coSignApplication(partner, elsewhere)).rejects.toMatchObject({ code: 'NotFound' });
    const other = await beginSigningOf(partner, applicationId, {
      visibleText: 'Något annat',
      hash: new Uint8Array(32),
    });
    await other.approve();
    await expect(coSignApplication(partner, { invitationId, ...other })).rejects.toMatchObject({
      code: 'Conflict',
    });
    expect(await statusOf(applicationId)).toBe('awaiting_signatures');
  });
});

describe('in turn', () => {
  it('the next is asked when the one before has signed', async () => {
    const people = [await createSigner(), await createSigner()] as const;
    const applicationId = await createAwaiting(await createSigner(), people, { order: 'in-turn' });
    const second = await invitationOf(applicationId, 'third');
    await expect(getInvitation(people[1], { invitationId: second, language })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await signTogether(people[0], await invitationOf(applicationId));
    expect(await statusOf(applicationId)).toBe('awaiting_signatures');
    await signTogether(people[1], second);
    expect(await statusOf(applicationId)).toBe('submitted');
  });
});

describe('the guardians of a child', () => {
  it('are those whom the register names beside the applicant', async () => {
    const applicant = await createSigner();
    const [other, child] = [aNationalId() as NationalId, aNationalId(2018) as NationalId];
    const { applicationId } = await startApplication(applicant, { slug: 'skolskjuts', language });
    const told = {
      key: 'alva',
      name: 'Alva',
      nationalId: child,
      guardians: [
        { name: 'Vera Provsson', nationalId: applicant.nationalId as NationalId },
        { name: 'Frida Forsberg', nationalId: other },
      ],
    };
    const lookUp = async () => ({ facts: { 'children-in-care': [told] }, silent: [] });
    await openDraft(applicant, { applicationId, slug: 'child', language }, { lookUp });
    const { signers } = await read(applicant, async (tx) => {
      const draft = await findDraftInTx(tx, applicant, applicationId);
      const answers = { child: { child: 'alva', name: '', nationalId: '' } };
      return signersInTx(tx, draft, answers, { language, now: new Date() });
    });
    expect(signers).toEqual([
      { role: 'guardian', title: 'vårdnadshavare', name: 'Frida Forsberg', nationalId: other },
    ]);
  });
});
