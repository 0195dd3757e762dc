import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createFilledIn, createSubmittedApplication, SERVICE, sign } from '@/lib/testing/applications-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { type ApplicationsAction, may } from './access';
import { discardApplication } from './commands/discard-application';
import { makeReceipt } from './commands/make-receipt';
import { prepareSigning } from './commands/prepare-signing';
import { removeFile } from './commands/remove-file';
import { saveAnswers } from './commands/save-answers';
import { startApplication } from './commands/start-application';
import { submitApplication } from './commands/submit-application';
import { takeBackInvitations } from './commands/take-back-invitations';
import { findMyFile } from './queries/find-my-file';
import { getApplicationFileInTx } from './queries/get-application-file';
import { getApplicationForSystemInTx } from './queries/get-application-for-system';
import { getApplicationPage } from './queries/get-application-page';
import { getApplicationPlace } from './queries/get-application-place';
import { getApplicationSummary } from './queries/get-application-summary';
import { getDocumentToSign } from './queries/get-document-to-sign';
import { getReceipt } from './queries/get-receipt';
import { getSignatures } from './queries/get-signatures';
import { listOpenApplications } from './queries/list-open-applications';

// Each test fills in a whole form, page by page, as people do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const language = 'sv' as const;
const system = (tenantId: string, scopes: string[]): Actor => ({
  kind: 'system',
  tenantId,
  systemId: newId(),
  clientId: 'test',
  name: 'Testsystemet',
  scopes,
  services: [SERVICE],
});

/** Every use case on one application, by name. */
const useCases: Record<string, (actor: Actor, applicationId: string) => Promise<unknown>> = {
  'save-answers': (actor, applicationId) =>
    saveAnswers(actor, { applicationId, page: 'contact', version: 99, language, posted: new FormData() }),
  'remove-file': (actor, applicationId) => removeFile(actor, { applicationId, fileId: newId() }),
  'discard-application': (actor, applicationId) => discardApplication(actor, applicationId),
  'prepare-signing': (actor, applicationId) => prepareSigning(actor, { applicationId, language }),
  'submit-application': (actor, applicationId) =>
    submitApplication(actor, { applicationId, orderId: newId(), browserToken: 'none' }),
  'get-application-page': (actor, applicationId) =>
    getApplicationPage(actor, { applicationId, slug: 'contact', language }),
  'get-application-place': (actor, applicationId) => getApplicationPlace(actor, applicationId),
  'get-application-summary': (actor, applicationId) =>
    getApplicationSummary(actor, { applicationId, language }),
  'get-document-to-sign': (actor, applicationId) => getDocumentToSign(actor, { applicationId, language }),
  'get-signatures': (actor, applicationId) => getSignatures(actor, applicationId),
  'take-back-invitations': (actor, applicationId) => takeBackInvitations(actor, applicationId),
  'get-receipt': (actor, applicationId) => getReceipt(actor, { applicationId, language }),
  'make-receipt': (actor, applicationId) => makeReceipt(actor, applicationId),
};

let owner: ResidentActor;
let draftId: string;
let submittedId: string;

beforeAll(async () => {
  owner = await createResident('granvik');
  submittedId = (await createSubmittedApplication(owner)).applicationId;
  draftId = await createFilledIn(owner);
  await sign(owner, draftId);
});

const nothing = { drafts: [], awaiting: [], invitations: [] };
const strangers: [string, () => Promise<Actor>][] = [
  ['another resident', () => createResident('granvik')],
  ['a resident of another municipality', () => createResident('ekhamn')],
  ['the same person under another municipality', async () => ({ ...owner, tenantId: 'ekhamn' })],
  ['nobody', async () => aNobody('granvik')],
  ['a system with every scope', async () => system('granvik', ['deliveries.read', 'files.read'])],
];

describe.each(strangers)('%s', (_, who) => {
  let actor: Actor;
  beforeAll(async () => {
    actor = await who();
  });

  it.each(Object.keys(useCases))('is told not found by %s, and it is in the audit log', async (name) => {
    for (const id of [draftId, submittedId]) {
      await expect(useCases[name]?.(actor, id), name).rejects.toMatchObject({ code: 'NotFound' });
    }
    const refusals = await asOwner(async (client) => {
      const { rows } = await client.query(
        `select subject_person_id, object_id from audit_entry
          where tenant_id = $1 and action = $2 and outcome = 'refused' and object_id = any($3::uuid[])
          order by at desc limit 2`,
        [actor.tenantId, `applications.${name}`, [draftId, submittedId]],
      );
      return rows;
    });
    expect(refusals).toHaveLength(2);
    // Whose it is stands there within the municipality; across the border not even that is known.
    const subject = actor.tenantId === 'granvik' ? owner.personId : null;
    expect(new Set(refusals.map((row) => row.subject_person_id))).toEqual(new Set([subject]));
  });

  it('finds no file and no draft of hers', async () => {
    const { fileId } = await makeReceipt(owner, submittedId);
    expect(await findMyFile(actor, fileId)).toBeNull();
    const open = await listOpenApplications(actor, { language }).catch(() => null);
    expect(open ?? nothing).toEqual(nothing);
  });
});

describe('a text that is no id', () => {
  it.each(Object.keys(useCases))('is not found by %s', async (name) => {
    await expect(useCases[name]?.(owner, "1' or '1'='1")).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('a system', () => {
  const office = () => system('granvik', ['deliveries.read', 'files.read']);

  it('reads what has been submitted, with its scope, and she can see that it did', async () => {
    const got = await write(office(), (tx) => getApplicationForSystemInTx(tx, office(), submittedId));
    expect(got).toMatchObject({ personId: owner.personId, snapshot: { format: 1 } });
    const { rows } = await asOwner((client) =>
      client.query(
        `select actor_label from audit_entry where action = 'applications.get-application-for-system'
           and subject_person_id = $1 and outcome = 'allowed'`,
        [owner.personId],
      ),
    );
    expect(rows).toEqual([{ actor_label: 'Testsystemet' }]);
  });

  it('never reads a draft, and nothing without its scope', async () => {
    const reading = (actor: Actor, id: string) =>
      write(actor, (tx) => getApplicationForSystemInTx(tx, actor, id));
    await expect(reading(office(), draftId)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(reading(system('granvik', []), submittedId)).rejects.toMatchObject({ code: 'Forbidden' });
    await expect(reading(owner, submittedId)).rejects.toMatchObject({ code: 'NotFound' });
    const bare = system('granvik', ['deliveries.read']);
    await expect(read(bare, (tx) => getApplicationFileInTx(tx, bare, newId()))).rejects.toMatchObject({
      code: 'Forbidden',
    });
  });
});

describe('the rights matrix', () => {
  const scoped = system('granvik', ['deliveries.read', 'files.read']);
  const resident: Actor = { kind: 'resident', tenantId: 'granvik', personId: newId(), sessionId: newId() };
  const allowed: Record<ApplicationsAction, Actor['kind'][]> = {
    'read-own': ['resident'],
    'write-own': ['resident'],
    'answer-invitation': ['resident'],
    'make-receipt': ['resident', 'job'],
    'look-after-drafts': ['job'],
    'look-after-invitations': ['job'],
    'handle-infected-file': ['job'],
    'read-for-office': ['system'],
    'read-file-for-office': ['system'],
  };
  it.each(Object.entries(allowed))('%s is for %s', (action, kinds) => {
    for (const actor of [aNobody('granvik'), resident, scoped, aJob('granvik')]) {
      expect(may(actor, action as ApplicationsAction), actor.kind).toBe(kinds.includes(actor.kind));
    }
  });

  it('asks a system for its scope', () => {
    expect(may(system('granvik', []), 'read-for-office')).toBe(false);
    expect(may(system('granvik', ['deliveries.read']), 'read-file-for-office')).toBe(false);
  });

  it('lets nobody who is not a resident start anything', async () => {
    for (const actor of [aNobody('granvik'), scoped, aJob('granvik')]) {
      await expect(startApplication(actor, { slug: SERVICE, language })).rejects.toMatchObject({
        code: 'NotFound',
      });
    }
  });
});
