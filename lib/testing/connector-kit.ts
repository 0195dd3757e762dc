// What any connector must pass, in one list, and so a long one. It is given a system of the connector's kind and, in a
// process of its own, a stand-in for the case system at the other end; how the two speak is nobody's business here.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { planMessageDelivery } from '@/lib/back-office/commands/plan-message-delivery';
import { tellBackOffice } from '@/lib/back-office/commands/tell-back-office';
import { connectorOf } from '@/lib/back-office/connectors/connector-of';
import { examples } from '@/lib/back-office/contract/examples';
import { newId } from '@/lib/kernel/ids';
import { holdsNationalId } from '@/lib/kernel/national-id';
import type { JobActor, ResidentActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createSubmitted, createSystem, type TestApplication, type TestSystem } from './back-office-world';
import { residentOf } from './cases-world';
import { sendOne } from './messages-world';
import type { Behaviour } from './offices/in-the-office';
import type { OfficeProcess } from './offices/office-process';
import type { Saying } from './offices/portal-client';
import { asOwner } from './test-database';

export interface UnderTest {
  office: OfficeProcess;
  /** what the operator writes in the system's row */
  row: { connector: string; connectorSettings?: object; webhookUrl?: string };
  /** lets the system and the portal do what they do now and then, until nothing more happens */
  settle(): Promise<void>;
  /** the system says something, by whatever way it has; what became of it, as it was told */
  say(message: Saying): Promise<'done' | 'not-done'>;
  stop(): Promise<void>;
}

/** Called with the system's row as it is made, since a stand-in that calls us needs to know who it is. */
export type Start = (system: TestSystem) => Promise<UnderTest>;

/** What may be wrong with a system that is called over the web. */
export const webFaults: readonly Behaviour[] = ['away', 'hangs', 'fails', 'babbles', 'forgets-to-answer'];

const tenantId = 'granvik';
export const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const SLUG = 'sarskilt-boende';

export function connectorKit(name: string, start: Start, faults: readonly Behaviour[]): void {
  describe(`the connector ${name}`, () => {
    let system: TestSystem;
    let world: UnderTest;

    beforeAll(async () => {
      await asOwner((client) =>
        client.query(`update back_office_system set services = '{}' where tenant_id = $1`, [tenantId]),
      );
      system = await createSystem(tenantId, { services: [SLUG], webhookUrl: 'http://127.0.0.1:9' });
      world = await start(system);
      const { connector, connectorSettings = {}, webhookUrl = null } = world.row;
      await asOwner((client) =>
        client.query(
          'update back_office_system set connector = $2, connector_settings = $3, webhook_url = $4 where id = $1',
          [system.id, connector, connectorSettings, webhookUrl],
        ),
      );
    });
    beforeEach(() => world.office.behave('well'));
    afterAll(() => world?.stop());

    const applied = async (): Promise<TestApplication> => {
      const application = await createSubmitted(tenantId, SLUG);
      await asOwner((client) =>
        client.query(`update stored_file set scan_state = 'clean' where id = $1`, [application.fileId]),
      );
      await planDelivery(job, application);
      return application;
    };
    const deliveriesOf = (caseId: string) =>
      read(job, (tx) => tx.delivery.findMany({ where: { tenantId, caseId }, orderBy: { createdAt: 'asc' } }));

    /** What the worker's jobs do. A system that hangs is given up on as when the job's own time is up. */
    const tellAll = async (caseId: string, signal = AbortSignal.timeout(20_000)) => {
      for (const { id, state } of await deliveriesOf(caseId)) {
        if (state === 'waiting' || state === 'told') await tellBackOffice(job, id, { signal });
      }
    };
    const everythingArrives = async (caseId: string) => {
      for (let round = 0; round < 5; round++) {
        await tellAll(caseId);
        await world.settle();
        if ((await deliveriesOf(caseId)).every(({ state }) => state === 'received')) return;
      }
    };
    const connectorNow = async () =>
      connectorOf(
        await read(job, (tx) =>
          tx.backOfficeSystem.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: system.id } } }),
        ),
      );
    const storedOf = async (caseId: string) =>
      (await world.office.stored()).filter(({ content }) => content.case?.id === caseId);
    const readings = (personId: string) =>
      read(job, (tx) =>
        tx.auditEntry.count({ where: { tenantId, subjectPersonId: personId, actorKind: 'system' } }),
      );

    it('brings an application with all its answers and files, and it is received', async () => {
      const { caseId, fileId, number, personId } = await applied();
      await everythingArrives(caseId);
      const [stored, ...more] = await storedOf(caseId);
      expect(more).toEqual([]);
      expect(stored?.content).toMatchObject({
        kind: 'application',
        case: { id: caseId, number },
        application: {
          applicant: { givenName: 'Astrid', surname: 'Lindqvist' },
          pages: [{ groups: [{ questions: [{ answer: ['Jag ramlar ofta'] }] }] }],
          files: [{ id: fileId, name: 'Läkarintyg.pdf' }],
        },
      });
      expect(Buffer.from(stored?.files[fileId] ?? '', 'base64').toString()).toBe('%PDF-1.7 ett intyg');
      const theCase = await read(job, (tx) =>
        tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } }),
      );
      expect(theCase).toMatchObject({ phase: 'received_by_office', externalId: `A-${number}` });
      expect(await readings(personId)).toBeGreaterThan(0);
    });

    it('brought twice, it is there once', async () => {
      const { caseId } = await applied();
      await tellAll(caseId);
      await tellAll(caseId);
      await everythingArrives(caseId);
      await tellAll(caseId);
      expect(await storedOf(caseId)).toHaveLength(1);
      expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received' }]);
    });

    it('brings what she sends since in order, however it is tried', async () => {
      const { caseId, personId } = await applied();
      const { messageId } = await said(residentOf(tenantId, personId), caseId, 'Först');
      await said(residentOf(tenantId, personId), caseId, 'Sedan');
      const [application, first, second] = await deliveriesOf(caseId);
      expect(first?.refId).toBe(messageId);
      // The later ones first: they wait for what was before them.
      for (const { id } of [second, first, application].flatMap((one) => one ?? []))
        await tellBackOffice(job, id, { signal: AbortSignal.timeout(20_000) });
      await everythingArrives(caseId);
      const stored = await storedOf(caseId);
      expect(stored.map(({ content }) => content.kind)).toEqual(['application', 'message', 'message']);
      expect(stored.slice(1).map(({ content }) => (content.message as { text: string }).text)).toEqual([
        'Först',
        'Sedan',
      ]);
    });

    it.each(faults)(
      'loses nothing where the system is at fault (%s), and says so by a code',
      async (behaviour) => {
        const { caseId } = await applied();
        await world.office.behave(behaviour);
        await tellAll(caseId);
        await world.settle();
        const [during] = await deliveriesOf(caseId);
        expect(['waiting', 'told']).toContain(during?.state);
        if (during?.state === 'waiting') {
          expect(during.lastError).toMatch(/^(unreachable|timeout|not-understood|refused-\d{3})$/);
          expect(during.nextTellAt).not.toBeNull();
        }
        await world.office.behave('well');
        await everythingArrives(caseId);
        expect(await storedOf(caseId)).toHaveLength(1);
        expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'received', lastError: null }]);
      },
    );

    it('reads nothing of hers for a system that is away', async () => {
      const { caseId, personId } = await applied();
      await world.office.behave('away');
      await tellAll(caseId);
      expect(await readings(personId)).toBe(0);
    });

    it('brings a file that was still being scanned when it has been', async () => {
      const application = await createSubmitted(tenantId, SLUG);
      const scan = (state: string) =>
        asOwner((client) =>
          client.query('update stored_file set scan_state = $2 where id = $1', [application.fileId, state]),
        );
      await scan('waiting');
      await planDelivery(job, application);
      await everythingArrives(application.caseId);
      const [first] = await storedOf(application.caseId);
      expect(first?.files).not.toHaveProperty(application.fileId);
      await scan('clean');
      await write(job, (tx) =>
        tx.delivery.create({
          data: {
            tenantId,
            systemId: system.id,
            caseId: application.caseId,
            orderId: application.caseId,
            kind: 'file',
            refId: application.fileId,
          },
        }),
      );
      await everythingArrives(application.caseId);
      const [, file] = await storedOf(application.caseId);
      expect(file?.content.kind).toBe('file');
      expect(file?.files).toHaveProperty(application.fileId);
    });

    it('tells a stopping worker nothing about the other side', async () => {
      const { caseId } = await applied();
      await world.office.behave(faults.includes('hangs') ? 'hangs' : 'away');
      const [delivery] = await deliveriesOf(caseId);
      const stopping = new AbortController();
      const telling = tellBackOffice(job, delivery?.id ?? '', { signal: stopping.signal });
      stopping.abort();
      await expect(telling).rejects.toThrow('stopping');
      expect(await deliveriesOf(caseId)).toMatchObject([{ state: 'waiting', attempts: 0 }]);
      await world.office.behave('well');
      await everythingArrives(caseId);
    });

    const phaseOf = async (caseId: string) =>
      (
        await read(job, (tx) =>
          tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } }),
        )
      ).phase;
    const itsInbox = (caseId: string) =>
      read(job, (tx) => tx.inboxMessage.findMany({ where: { tenantId, systemId: system.id, caseId } }));
    const phase = (caseId: string, occurredAt = '2026-11-20T09:00:00Z'): Saying => ({
      name: `skede-${caseId}`,
      operation: 'record-phase',
      params: { caseId },
      body: { phase: 'being_looked_into', occurredAt },
    });

    it('takes what the system says, through the inbox; said twice it is said once', async () => {
      const { caseId } = await applied();
      await everythingArrives(caseId);
      expect(await world.say(phase(caseId))).toBe('done');
      expect(await world.say(phase(caseId))).toBe('done');
      expect(await phaseOf(caseId)).toBe('being_looked_into');
      const told = (await itsInbox(caseId)).filter(({ operation }) => operation === 'record-phase');
      expect(told).toMatchObject([{ state: 'done', bodySealed: null }]);
    });

    it('takes all that the system has to say at once, and the same again', async () => {
      const externalId = `B-${newId()}`;
      const bundle = (version: number): Saying => ({
        name: `allt-${externalId}-${version}`,
        operation: 'put-bundle',
        params: {},
        body: {
          sentAt: '2026-11-20T22:00:00Z',
          cases: [],
          careVisits: [{ externalId, state: { ...examples['put-care-visit'].request, version } }],
          careNotes: [{ externalId, state: { text: 'inte helt' } }],
        },
      });
      for (const version of [2, 2, 1]) expect(await world.say(bundle(version))).toBe('done');
      const visits = await read(job, (tx) =>
        tx.careVisit.findMany({ where: { tenantId, systemId: system.id, externalId } }),
      );
      expect(visits).toMatchObject([{ version: 2n }]);
      expect(await world.say({ ...bundle(1), name: `fel-${externalId}`, body: { cases: 'alla' } })).toBe(
        'not-done',
      );
    });

    it('keeps what does not fit for a person, and tells the system', async () => {
      const { caseId } = await applied();
      await everythingArrives(caseId);
      const withdrawal = {
        name: `aterkallelse-${caseId}`,
        operation: 'withdraw-supplement-request',
        params: { caseId, externalId: 'K-1' },
        body: { occurredAt: '2026-11-20T09:00:00Z' },
      };
      expect(await world.say(withdrawal)).toBe('not-done');
      const parked = (await itsInbox(caseId)).filter(({ state }) => state === 'parked');
      expect(parked).toMatchObject([{ operation: 'withdraw-supplement-request', reason: 'not-found' }]);
    });

    it('takes nothing that is not well-formed, and nothing of another system’s case', async () => {
      const { caseId } = await applied();
      await everythingArrives(caseId);
      const name = `fel-${caseId}`;
      expect(await world.say({ ...phase(caseId), name, body: { phase: 'klar' } })).toBe('not-done');
      const foreign = await createSubmitted(tenantId, SLUG);
      expect(await world.say(phase(foreign.caseId))).toBe('not-done');
      expect(await phaseOf(caseId)).toBe('received_by_office');
      expect(await phaseOf(foreign.caseId)).toBe('received_by_us');
    });

    it('lists what the system has, where it can: every case, with its deliveries', async () => {
      const { listCases } = await connectorNow();
      if (!listCases) return;
      const { caseId, number } = await applied();
      await everythingArrives(caseId);
      const listed = [];
      let page: string | null = null;
      do {
        const answer: Awaited<ReturnType<typeof listCases>> = await listCases(
          page,
          AbortSignal.timeout(10_000),
        );
        if (!answer.ok) throw new Error(answer.error);
        listed.push(...answer.value.cases);
        page = answer.value.next;
      } while (page !== null);
      const its = (await deliveriesOf(caseId)).map(({ id }) => id);
      expect(listed.find((one) => one.caseId === caseId)).toMatchObject({
        externalId: `A-${number}`,
        deliveries: its,
      });
      expect(new Set(listed.map(({ externalId }) => externalId)).size).toBe(listed.length);
    });

    it('says no personal number where others may read it: in addresses and names of files', async () => {
      for (const seen of await world.office.seen())
        expect(holdsNationalId(seen, new Date()), seen).toBe(false);
    });

    it('knows whether the system answers, where it can be asked', async () => {
      const connector = await connectorNow();
      if (!connector.health) return;
      expect(await connector.health(AbortSignal.timeout(5_000))).toEqual({ ok: true, state: 'told' });
      await world.office.behave('away');
      expect(await connector.health(AbortSignal.timeout(5_000))).toMatchObject({ ok: false });
    });
  });
}

async function said(resident: ResidentActor, caseId: string, text: string) {
  const sent = await sendOne(resident, { kind: 'case', caseId }, { text });
  await planMessageDelivery(job, sent.messageId);
  return sent;
}
