import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMyCases } from '@/lib/cases/queries/list-my-cases';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { ask, tokenFor } from '@/lib/testing/api-calls';
import {
  createSubmitted,
  createSystem,
  type Receiver,
  startReceiver,
  type TestSystem,
} from '@/lib/testing/back-office-world';
import { createReceivedCase, createSystemActor, job, residentOf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { noteContact } from './commands/note-contact';
import { planDelivery } from './commands/plan-delivery';
import { tellBackOffice } from './commands/tell-back-office';
import { listSilentSources } from './queries/list-silent-sources';

const tenantId = 'granvik';
const going = { signal: new AbortController().signal };
const resident = residentOf(tenantId, newId());
const HOUR = 3_600_000;

let receiver: Receiver;
let told: TestSystem;

beforeAll(async () => {
  receiver = await startReceiver();
  told = await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
afterAll(() => receiver.close());

const silence = async (systemId: string, actor: Actor = resident, lang: 'sv' | 'en' = 'sv') =>
  (await listSilentSources(actor, lang)).find((source) => source.systemId === systemId) ?? null;
const hear = (systemId: string, at: Date | null) =>
  asOwner((client) =>
    client.query('update back_office_system set last_seen_at = $2 where id = $1', [systemId, at]),
  );
const heardAt = async (systemId: string) =>
  (
    await read({ tenantId }, (tx) =>
      tx.backOfficeSystem.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: systemId } } }),
    )
  ).lastSeenAt;

describe('a source that is silent', () => {
  it('is told of with since when and what the municipality calls it; heard from again, it isn’t', async () => {
    const { id } = await createSystem(tenantId);
    // Never heard from, but only just connected.
    expect(await silence(id)).toBeNull();
    const since = new Date(Date.now() - HOUR);
    await hear(id, since);
    expect(await silence(id)).toEqual({ systemId: id, name: { text: 'Testsystemet', lang: 'sv' }, since });
    await asOwner((client) =>
      client.query(
        `update back_office_system set shown_as = '{"sv": "Systemet", "en": "The system"}' where id = $1`,
        [id],
      ),
    );
    expect((await silence(id, resident, 'en'))?.name).toEqual({ text: 'The system', lang: 'en' });
    await hear(id, new Date());
    expect(await silence(id)).toBeNull();
  });

  it('is heard from when it uses its token, written at most once a minute', async () => {
    const system = await createSystem(tenantId);
    const token = await tokenFor(system);
    await hear(system.id, new Date(Date.now() - HOUR));
    expect((await ask('GET', '/deliveries', { token })).status).toBe(200);
    expect(await silence(system.id)).toBeNull();

    const actor = { ...(await createSystemActor(tenantId)), systemId: system.id };
    const first = await heardAt(system.id);
    const later = (seconds: number) => new Date((first?.getTime() ?? 0) + seconds * 1000);
    await noteContact(actor, later(30));
    expect(await heardAt(system.id)).toEqual(first);
    await noteContact(actor, later(61));
    expect(await heardAt(system.id)).toEqual(later(61));
  });

  it('is so as soon as it has been told in vain five times of something new, until it answers', async () => {
    await hear(told.id, new Date(Date.now() - 60_000));
    receiver.answer(503);
    const application = await createSubmitted(tenantId);
    await planDelivery(job(tenantId), application);
    const { id } = await read({ tenantId }, (tx) =>
      tx.delivery.findFirstOrThrow({ where: { tenantId, caseId: application.caseId } }),
    );
    for (let times = 0; times < 4; times++) await tellBackOffice(job(tenantId), id, going);
    expect(await silence(told.id)).toBeNull();
    await tellBackOffice(job(tenantId), id, going);
    expect(await silence(told.id)).not.toBeNull();
    // The list comes all the same, and knows that the case is that system's.
    const hers = residentOf(tenantId, application.personId);
    expect(await listMyCases(hers, 'sv', { filter: 'all' })).toMatchObject({
      sources: [told.id],
      cases: [{ id: application.caseId, systemId: told.id, phase: 'received_by_us' }],
    });
    receiver.answer(204);
    await tellBackOffice(job(tenantId), id, going);
    expect(await silence(told.id)).toBeNull();
  });

  it('concerns her for as long as a case there goes on', async () => {
    const { resident: hers, system, caseId } = await createReceivedCase();
    const sources = async () => (await listMyCases(hers, 'sv', { filter: 'all' })).sources;
    expect(await sources()).toEqual([system.systemId]);
    await asOwner((client) => client.query(`update cases set phase = 'closed' where id = $1`, [caseId]));
    expect(await sources()).toEqual([]);
  });

  it('is told to residents of its municipality, and to nobody else', async () => {
    const { id } = await createSystem(tenantId);
    await hear(id, new Date(Date.now() - HOUR));
    expect(await silence(id)).not.toBeNull();
    expect(await silence(id, residentOf('ekhamn', newId()))).toBeNull();
    const others: Actor[] = [
      { kind: 'nobody', tenantId },
      job(tenantId),
      await createSystemActor(tenantId),
      { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
    ];
    for (const actor of others) {
      const answer = await listSilentSources(actor, 'sv').catch((error) => isAppError(error, 'NotFound'));
      expect(answer, actor.kind).toBe(true);
    }
  });
});
