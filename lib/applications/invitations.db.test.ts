import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { openPage, pdfFile, posted, save, sign } from '@/lib/testing/applications-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import {
  coSign,
  createAwaiting,
  createFilledInTogether,
  createSigner,
  invitationOf,
  type Person,
  publishSignedByMany,
} from '@/lib/testing/signers-world';
import { asOwner } from '@/lib/testing/test-database';
import { coSignApplication } from './commands/co-sign-application';
import { declineToSign } from './commands/decline-to-sign';
import { submitApplication } from './commands/submit-application';
import { takeBackInvitations } from './commands/take-back-invitations';
import { findInvitationFile } from './queries/find-invitation-file';
import { findMyFile } from './queries/find-my-file';
import { findSignedDocument } from './queries/find-signed-document';
import { getApplicationPage } from './queries/get-application-page';
import { getInvitation } from './queries/get-invitation';
import { getInvitationToSign } from './queries/get-invitation-to-sign';
import { getSignatures } from './queries/get-signatures';
import { listMySignatures } from './queries/list-my-signatures';
import { listOpenApplications } from './queries/list-open-applications';

// Each test fills in a form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const language = 'sv' as const;

/** Every use case on one invitation, by the name its refusal has. */
const useCases: Record<string, (actor: Actor, invitationId: string) => Promise<unknown>> = {
  'get-invitation': (actor, invitationId) => getInvitation(actor, { invitationId, language }),
  'get-invitation-to-sign': (actor, invitationId) => getInvitationToSign(actor, { invitationId, language }),
  'get-invitation-file': (actor, invitationId) =>
    findInvitationFile(actor, { invitationId, fileId: newId() }),
  'get-signed-document': (actor, invitationId) => findSignedDocument(actor, invitationId),
  'co-sign-application': (actor, invitationId) =>
    coSignApplication(actor, { invitationId, orderId: newId(), browserToken: 'none' }),
  'decline-to-sign': (actor, invitationId) => declineToSign(actor, { invitationId, reason: '' }),
};

let applicant: Person;
let partner: Person;
let applicationId: string;
let invitationId: string;
/** one that the document names, and one that was taken away before it was signed but is still in the draft */
let named: string;

beforeAll(async () => {
  [applicant, partner] = [await createSigner(), await createSigner()];
  const slug = await publishSignedByMany();
  applicationId = await createFilledInTogether(applicant, slug, { 'partner-number': partner.nationalId });
  const { page, version } = await openPage(applicant, applicationId, 'why');
  await save(applicant, applicationId, 'why', version, posted(page, page.answers), {
    files: [{ field: 'papers', file: pdfFile('schema.pdf') }],
  });
  await submitApplication(applicant, { applicationId, ...(await sign(applicant, applicationId)) });
  invitationId = await invitationOf(applicationId);
  const { rows } = await asOwner((client) =>
    client.query<{ id: string }>('select file_id as id from application_file where application_id = $1', [
      applicationId,
    ]),
  );
  named = rows[0]?.id ?? '';
});

const strangers: [string, () => Promise<Actor>][] = [
  ['another resident', () => createResident('granvik')],
  ['the applicant', async () => applicant],
  ['a resident of another municipality', () => createResident('ekhamn')],
  ['the same person under another municipality', async () => ({ ...partner, tenantId: 'ekhamn' })],
  ['nobody', async () => aNobody('granvik')],
  ['a job', async () => aJob('granvik')],
];

describe.each(strangers)('%s', (_, who) => {
  it.each(Object.keys(useCases))('is told not found by %s, and it is in the audit log', async (name) => {
    const actor = await who();
    await expect(useCases[name]?.(actor, invitationId)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(useCases[name]?.(actor, "1' or '1'='1")).rejects.toMatchObject({ code: 'NotFound' });
    const { rows } = await asOwner((client) =>
      client.query(
        `select subject_person_id as subject from audit_entry
          where tenant_id = $1 and action = $2 and outcome = 'refused' and object_id = $3 order by at desc limit 1`,
        [actor.tenantId, `applications.${name}`, invitationId],
      ),
    );
    expect(rows).toEqual([{ subject: actor.tenantId === 'granvik' ? applicant.personId : null }]);
  });
});

describe('whoever is asked to sign', () => {
  it('sees it among what she has to do; the applicant among what waits', async () => {
    expect(await listOpenApplications(partner, { language })).toEqual({
      drafts: [],
      awaiting: [],
      invitations: [expect.objectContaining({ invitationId, answerBy: expect.any(String) })],
    });
    expect(await listOpenApplications(applicant, { language })).toMatchObject({
      drafts: [],
      awaiting: [{ applicationId }],
      invitations: [],
    });
  });

  it('reads the files that she signs, and nothing else of the applicant’s', async () => {
    expect(await findInvitationFile(partner, { invitationId, fileId: named })).toMatchObject({
      name: 'schema.pdf',
    });
    await expect(findInvitationFile(partner, { invitationId, fileId: newId() })).rejects.toMatchObject({
      code: 'NotFound',
    });
    expect(await findMyFile(partner, named)).toBeNull();
    await expect(getSignatures(partner, applicationId)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(getApplicationPage(partner, { applicationId, slug: 'why', language })).rejects.toMatchObject(
      { code: 'NotFound' },
    );
    await expect(takeBackInvitations(partner, applicationId)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('finds what she has signed again, and may fetch it once it has been sent in', async () => {
    const other = await createSigner();
    const sent = await createAwaiting(applicant, [other]);
    const asked = await invitationOf(sent);
    await expect(findSignedDocument(other, asked)).rejects.toMatchObject({ code: 'NotFound' });
    await coSignApplication(other, { invitationId: asked, ...(await coSign(other, asked)) });
    expect(await listMySignatures(other, { language })).toEqual([
      expect.objectContaining({ invitationId: asked, isSent: true, signedAt: expect.any(Date) }),
    ]);
    expect((await listOpenApplications(other, { language })).invitations).toEqual([]);
    const file = await findSignedDocument(other, asked);
    expect(file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('no longer reads what has been taken back, signed or not', async () => {
    const people = [await createSigner(), await createSigner()] as const;
    const asked = await createAwaiting(applicant, people);
    const [one, two] = [await invitationOf(asked), await invitationOf(asked, 'third')];
    await coSignApplication(people[0], { invitationId: one, ...(await coSign(people[0], one)) });
    expect(await getInvitation(people[0], { invitationId: one, language })).toMatchObject({ kind: 'signed' });
    await takeBackInvitations(applicant, asked);
    for (const [person, id] of [
      [people[0], one],
      [people[1], two],
    ] as const) {
      const invitation = await getInvitation(person, { invitationId: id, language });
      expect(invitation).toEqual({ kind: 'taken-back', serviceName: expect.anything() });
    }
    expect(await listMySignatures(people[0], { language })).toEqual([]);
  });
});
