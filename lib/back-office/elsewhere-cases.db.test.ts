import { beforeAll, describe, expect, it } from 'vitest';
import { planDelivery } from '@/lib/back-office/commands/plan-delivery';
import { getCase } from '@/lib/cases/queries/get-case';
import { getOverview } from '@/lib/cases/queries/get-overview';
import { listMyCases } from '@/lib/cases/queries/list-my-cases';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import { putPersonInTx } from '@/lib/identity/api';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import { makeNotice } from '@/lib/notifications/commands/make-notice';
import { read, write } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSubmitted, createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { job, residentOf } from '@/lib/testing/cases-world';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { ekhamnElsewhere } from '@/prisma/seed/services/elsewhere';

/* Cases of a service that is applied for elsewhere: told of by the API, for people who may never have been here. */

const tenantId = 'ekhamn';
const LENNART = '195007292435' as NationalId;
const OTHER = '194207099146';
const [livesElsewhere] = ekhamnElsewhere;
if (livesElsewhere?.kind !== 'elsewhere') throw new Error('Nothing lives elsewhere');

let region: TestSystem;
let token: string;

beforeAll(async () => {
  region = await createSystem(tenantId, { services: ['fardtjanst'] });
  token = await tokenFor(region, tenantId);
});

const message = (more: object = {}) => ({
  person: { personalNumber: LENNART, givenName: 'Lennart', surname: 'Ekström' },
  receivedAt: '2026-11-02T08:00:00Z',
  phase: 'received_by_office',
  occurredAt: '2026-11-02T08:00:00Z',
  ...more,
});
const put = async (externalId: string, body: object, more: { token?: string; slug?: string } = {}) => {
  const { slug = 'fardtjanst', ...asked } = more;
  const path = `/services/${slug}/cases/${externalId}`;
  const response = await ask('PUT', path, { tenantId, token, body, ...asked });
  return { status: response.status, answer: (await agrees('put-case', response)) as Record<string, string> };
};
const opened = async (more: object = {}) => {
  const externalId = `RF-${newId()}`;
  const { status, answer } = await put(externalId, message(more));
  expect(status).toBe(200);
  return { externalId, caseId: String(answer.caseId), answer };
};
const lennart = async () => {
  const name = { givenName: 'Någon', surname: 'Annan' };
  return residentOf(
    tenantId,
    await write({ tenantId }, (tx) => putPersonInTx(tx, tenantId, { nationalId: LENNART, name })),
  );
};
const audited = (where: object) =>
  read({ tenantId }, (tx) => tx.auditEntry.findMany({ where: { tenantId, ...where } }));

describe('a case that was applied for elsewhere', () => {
  it('is there when she comes: on the overview, in the list and by itself, with the service’s words', async () => {
    const officer = { name: 'Rut Ros', unit: 'Kustregionen' };
    const { caseId, answer } = await opened({ phase: 'being_looked_into', officer });
    expect(answer).toMatchObject({ phase: 'being_looked_into', number: expect.stringMatching(/^EKH-2026-/) });
    const resident = await lennart();
    const found = await getCase(resident, caseId, 'sv');
    expect(found).toMatchObject({
      title: { text: 'Färdtjänst' },
      applicationId: null,
      number: answer.number,
      officer,
      now: { text: 'Regionens handläggare prövar om du har rätt till färdtjänst.' },
      outlook: { by: { kind: 'usual', on: '2026-11-30' } },
    });
    // It never lay with the municipality: that is no step of its way, and nothing that has happened.
    expect(found.steps.map(({ name }) => name)).toEqual(['received-by-office', 'looked-into', 'decided']);
    expect(found.events.map(({ kind }) => kind)).not.toContain('received-by-us');
    expect((await listMyCases(resident, 'sv', { filter: 'all' })).cases.map(({ id }) => id)).toContain(
      caseId,
    );
    const { ongoing } = await getOverview(resident, 'sv');
    expect(ongoing.find(({ id }) => id === caseId)?.steps[0]?.name).toBe('received-by-office');
  });

  it('is one however often it is told, and goes on; the day it was received is the first told', async () => {
    const { externalId, caseId } = await opened();
    const again = await put(externalId, message({ receivedAt: '2026-11-09T08:00:00Z' }));
    expect(again.answer).toMatchObject({ caseId, phase: 'received_by_office' });
    const on = message({ phase: 'being_looked_into', occurredAt: '2026-11-05T08:00:00Z' });
    expect((await put(externalId, on)).answer).toMatchObject({ caseId, phase: 'being_looked_into' });
    // Late, and again: nothing moves back.
    expect((await put(externalId, message())).answer).toMatchObject({ caseId, phase: 'being_looked_into' });
    expect((await put(externalId, on)).answer).toMatchObject({ caseId, phase: 'being_looked_into' });
    const found = await getCase(await lennart(), caseId, 'sv');
    expect(found.receivedAt.toISOString()).toBe('2026-11-02T08:00:00.000Z');
    expect(found.events.map(({ kind }) => kind)).toEqual(['looked-into', 'received-by-office']);
  });

  it('told many times at once is one case', async () => {
    const externalId = `RF-${newId()}`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => put(externalId, message())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(({ answer }) => answer.caseId)).size).toBe(1);
  });

  it('names its officer from the first, and whoever takes over', async () => {
    const officer = { name: 'Rut Ros', unit: 'Kustregionen' };
    const { externalId, caseId } = await opened({ officer });
    expect((await getCase(await lennart(), caseId, 'sv')).officer).toMatchObject(officer);
    const next = { name: 'Per Alm', unit: 'Kustregionen' };
    await put(externalId, message({ officer: next, occurredAt: '2026-11-03T08:00:00Z' }));
    expect((await getCase(await lennart(), caseId, 'sv')).officer).toMatchObject(next);
  });

  it('was not received in days to come, whatever a clock ahead of ours says', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    const { caseId } = await opened({ receivedAt: ahead, occurredAt: ahead });
    const { receivedAt } = await getCase(await lennart(), caseId, 'sv');
    expect(receivedAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('goes on by the other operations, by its id', async () => {
    const { caseId } = await opened();
    const body = {
      outcome: 'granted',
      decidedOn: '2026-11-20',
      decided: 'Du får färdtjänst.',
      reasons: 'Du behöver det.',
      occurredAt: '2026-11-20T10:00:00Z',
    };
    const response = await ask('PUT', `/cases/${caseId}/decisions/B1`, { tenantId, token, body });
    expect(response.status).toBe(200);
    expect((await getCase(await lennart(), caseId, 'sv')).phase).toBe('decided');
  });

  it('is told to her once; and whoever has not logged in is treated as if her identity were protected', async () => {
    const { caseId, externalId } = await opened();
    await put(externalId, message());
    const events = await read({ tenantId }, (tx) =>
      tx.domainEvent.findMany({ where: { tenantId, payload: { path: ['caseId'], equals: caseId } } }),
    );
    expect(events.map(({ type }) => type)).toEqual(['cases.arrived']);
    const [event] = events;
    const { personId } = await lennart();
    await makeNotice(job(tenantId), { eventId: event?.id ?? '', eventType: 'cases.arrived', personId });
    const notice = await read({ tenantId }, (tx) =>
      tx.notice.findFirstOrThrow({ where: { tenantId, eventId: event?.id ?? '' } }),
    );
    expect(notice).toMatchObject({ kind: 'progress', state: 'dropped', reason: 'protected-identity' });
  });

  it('stands in her log, and her number and name nowhere in the open', async () => {
    const { caseId } = await opened();
    const { personId } = await lennart();
    expect(await audited({ objectId: caseId, subjectPersonId: personId, actorKind: 'system' })).toHaveLength(
      1,
    );
    const dump = await dumpEverything();
    expect(dump).not.toContain(LENNART);
    expect(dump).not.toContain('Ekström');
  });
});

describe('a case that an application opened, and its office tells of too', () => {
  const nationalId = '199101032390' as NationalId;
  const name = { givenName: 'Oskar', surname: 'Nyström' };
  const person = { personalNumber: nationalId, ...name };

  /** Oskar's application, delivered to a system of its own and not acknowledged yet. */
  async function applied(slug: string) {
    const { caseId, applicationId } = await createSubmitted(tenantId, slug);
    const personId = await write({ tenantId }, (tx) => putPersonInTx(tx, tenantId, { nationalId, name }));
    await asOwner(async (client) => {
      await client.query('update cases set person_id = $1 where id = $2', [personId, caseId]);
      await client.query(
        `update back_office_system set services = array_remove(services, $2) where tenant_id = $1`,
        [tenantId, slug],
      );
    });
    const system = await createSystem(tenantId, { services: [slug] });
    await planDelivery(job(tenantId), { caseId, applicationId });
    const { id: deliveryId } = await read({ tenantId }, (tx) =>
      tx.delivery.findFirstOrThrow({ where: { tenantId, caseId } }),
    );
    const own = await tokenFor(system, tenantId);
    const externalId = `TL-${newId()}`;
    const tell = (id = externalId) =>
      put(id, message({ person, phase: 'being_looked_into' }), { slug, token: own });
    const acknowledge = async () => {
      const body = { externalId, occurredAt: '2026-11-02T08:00:00Z' };
      return (await ask('POST', `/deliveries/${deliveryId}/receipt`, { tenantId, token: own, body })).status;
    };
    const list = async () =>
      (await listMyCases(residentOf(tenantId, personId), 'sv', { filter: 'all' })).cases.filter(
        (one) => one.systemId === system.id,
      );
    return { caseId, tell, acknowledge, list };
  }
  const moveAway = async (slug: string) =>
    expect((await publishServiceVersion(job(tenantId), { ...livesElsewhere, slug })).outcome).toBe(
      'published',
    );

  it('is one: what it tells under the id of the receipt brings the application’s case on', async () => {
    const { caseId, tell, acknowledge, list } = await applied('hemtjanst');
    expect(await acknowledge()).toBe(200);
    expect(await tell()).toMatchObject({ status: 200, answer: { caseId, phase: 'being_looked_into' } });
    expect(await list()).toMatchObject([{ id: caseId, phase: 'being_looked_into' }]);
    // Of such a service only an application opens a case.
    expect((await tell(`TL-${newId()}`)).status).toBe(404);
  });

  it('told of before the receipt it waits for that, also where the service has moved away since; nothing is doubled', async () => {
    const { caseId, tell, acknowledge, list } = await applied('trygghetslarm');
    await moveAway('trygghetslarm');
    expect(await tell()).toMatchObject({ status: 409, answer: { code: 'application-waits' } });
    expect(await list()).toMatchObject([{ id: caseId, phase: 'received_by_us' }]);
    expect(await acknowledge()).toBe(200);
    expect(await tell()).toMatchObject({ status: 200, answer: { caseId } });
    // Nothing waits any more: another id is another case.
    const other = await tell(`TL-${newId()}`);
    expect(other.status).toBe(200);
    expect((await list()).map(({ id }) => id).sort()).toEqual([caseId, String(other.answer.caseId)].sort());
  });

  it('told of and acknowledged at once is one', async () => {
    const { caseId, tell, acknowledge, list } = await applied('ekonomiskt-bistand');
    await moveAway('ekonomiskt-bistand');
    const [told, received] = await Promise.all([tell(), acknowledge()]);
    expect(received).toBe(200);
    expect([200, 409]).toContain(told.status);
    expect(await tell()).toMatchObject({ status: 200, answer: { caseId } });
    expect(await list()).toMatchObject([{ id: caseId, phase: 'being_looked_into' }]);
  });
});

describe('is refused', () => {
  const refusals = () => audited({ action: 'back-office.put-case', outcome: 'refused' });

  it('of another person or another service under an id that is taken', async () => {
    const { externalId } = await opened();
    const person = { personalNumber: OTHER, givenName: 'Astrid', surname: 'Lindqvist' };
    expect(await put(externalId, message({ person }))).toMatchObject({
      status: 409,
      answer: { code: 'external-id-taken' },
    });
    const elsewhere = { ...livesElsewhere, slug: 'resor-annanstans' };
    expect((await publishServiceVersion(job(tenantId), elsewhere)).outcome).toBe('published');
    const both = await createSystem(tenantId, { services: ['fardtjanst', elsewhere.slug] });
    const wide = { token: await tokenFor(both, tenantId) };
    expect((await put('RF-1', message(), wide)).status).toBe(200);
    expect(await put('RF-1', message(), { ...wide, slug: elsewhere.slug })).toMatchObject({
      status: 409,
      answer: { code: 'external-id-taken' },
    });
  });

  it('of a service that is applied for here, isn’t there, or isn’t the system’s; and it is written down', async () => {
    const all = await createSystem(tenantId, { services: ['fardtjanst', 'hemtjanst', 'guide', 'nothing'] });
    const wide = await tokenFor(all, tenantId);
    const before = (await refusals()).length;
    for (const slug of ['hemtjanst', 'guide', 'nothing']) {
      expect((await put(newId(), message(), { slug, token: wide })).status, slug).toBe(404);
    }
    const none = await tokenFor(await createSystem(tenantId), tenantId);
    expect((await put(newId(), message(), { token: none })).status).toBe(404);
    expect((await refusals()).length).toBe(before + 4);
  });

  it('without the scope, without a token, with another municipality’s', async () => {
    const before = (await refusals()).length;
    const few = await tokenFor(region, tenantId, 'cases.read supplements.write');
    expect((await put(newId(), message(), { token: few })).status).toBe(403);
    expect((await refusals()).length).toBe(before + 1);
    const foreign = await tokenFor(await createSystem('granvik', { services: ['fardtjanst'] }));
    for (const wrong of ['made-up', foreign]) {
      expect((await put(newId(), message(), { token: wrong })).status).toBe(401);
    }
    // In Granvik the same service is applied for here.
    const path = `/services/fardtjanst/cases/${newId()}`;
    const there = await ask('PUT', path, { tenantId: 'granvik', token: foreign, body: message() });
    expect(there.status).toBe(404);
  });

  it.each(['194207099146', 'RF-19420709-9146', '4207099146.1', 'x~420709-9146'])(
    'under an id that holds a personal number: %s; nothing of it is kept or repeated',
    async (externalId) => {
      const { status, answer } = await put(externalId, message());
      expect(status).toBe(422);
      expect(answer).toMatchObject({
        code: 'personal-number-in-id',
        errors: { externalId: 'must not hold a personal number' },
      });
      expect(JSON.stringify(answer)).not.toContain('9146');
      const count = await read({ tenantId }, (tx) => tx.case.count({ where: { tenantId, externalId } }));
      expect(count).toBe(0);
    },
  );

  it('so is a request or a decision named by one', async () => {
    const { caseId } = await opened();
    for (const path of ['decisions/420709-9146', 'supplement-requests/194207099146']) {
      const response = await ask('PUT', `/cases/${caseId}/${path}`, { tenantId, token, body: {} });
      expect(response.status, path).toBe(422);
      expect(await response.json(), path).toMatchObject({ code: 'personal-number-in-id' });
    }
  });

  it.each([
    ['a number that is none', { person: { personalNumber: '195007292436', givenName: 'A', surname: 'B' } }],
    ['a short number', { person: { personalNumber: '5007292435', givenName: 'A', surname: 'B' } }],
    ['no name', { person: { personalNumber: LENNART, givenName: ' ', surname: 'B' } }],
    ['a phase that has an operation of its own', { phase: 'decided' }],
    ['a day that never was', { receivedAt: '2026-02-30T08:00:00Z' }],
    ['more than is known', { address: 'Storgatan 8' }],
  ])('with %s, and what was sent is not repeated', async (_, wrong) => {
    const { status, answer } = await put(newId(), message(wrong));
    expect(status).toBe(422);
    expect(JSON.stringify(answer)).not.toMatch(/50072924|Storgatan/);
  });
});
