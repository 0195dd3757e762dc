import { beforeAll, describe, expect, it } from 'vitest';
import { getCase } from '@/lib/cases/queries/get-case';
import { putPersonInTx } from '@/lib/identity/api';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import { read, write } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import { residentOf, stateOf, type TestCase } from '@/lib/testing/cases-world';
import { dumpEverything } from '@/lib/testing/test-database';
import type { BundleAnswer } from './contract/bundle-messages';
import type { CaseStateRecorded } from './contract/case-state-messages';

const tenantId = 'ekhamn';
const LENNART = '195007292435' as NationalId;
let token: string;

beforeAll(async () => {
  token = await tokenFor(await createSystem(tenantId, { services: ['fardtjanst'] }), tenantId);
});

const name = { givenName: 'Lennart', surname: 'Ekström' };
const asked = (more: object = {}) => ({
  externalId: 'K1',
  text: 'Vi behöver ett läkarintyg.',
  items: [{ id: '1', text: 'Läkarintyg' }],
  dueOn: '2099-01-15',
  occurredAt: '2026-11-05T08:00:00Z',
  ...more,
});
const decided = (more: object = {}) => ({
  externalId: 'B1',
  outcome: 'granted',
  decidedOn: '2026-11-10',
  decided: 'Du får färdtjänst.',
  reasons: 'Du kan inte åka buss.',
  occurredAt: '2026-11-10T08:00:00Z',
  ...more,
});
const state = (version: number, more: object = {}) => ({
  version,
  occurredAt: '2026-11-03T08:00:00Z',
  person: { personalNumber: LENNART, ...name },
  receivedAt: '2026-11-02T08:00:00Z',
  phase: 'being_looked_into',
  ...more,
});

async function put(externalId: string, body: object, status = 200) {
  const response = await ask('PUT', `/services/fardtjanst/cases/${externalId}/state`, {
    tenantId,
    token,
    body,
  });
  const answer = await agrees('put-case-state', response);
  expect(response.status, JSON.stringify(answer)).toBe(status);
  return answer as CaseStateRecorded;
}
async function send(cases: { externalId: string; state: object; service?: string }[], more: object = {}) {
  const body = {
    sentAt: '2026-11-20T22:00:00Z',
    cases: cases.map((one) => ({ service: 'fardtjanst', ...one })),
    ...more,
  };
  const response = await ask('POST', '/bundles', { tenantId, token, body });
  expect(response.status).toBe(200);
  return (await agrees('put-bundle', response)) as BundleAnswer;
}
const newCase = () => `RF-${newId()}`;
const lennart = async () =>
  residentOf(
    tenantId,
    await write({ tenantId }, (tx) => putPersonInTx(tx, tenantId, { nationalId: LENNART, name })),
  );
const stood = (caseId: string) => stateOf({ tenantId, caseId } as TestCase);
const parked = () =>
  read({ tenantId }, (tx) => tx.inboxMessage.findMany({ where: { tenantId, state: 'parked' } }));

describe('a case as it is now', () => {
  it('is applied whole: what was asked, decided and written, in the order it happened', async () => {
    const { caseId, ...answer } = await put(
      newCase(),
      state(1, {
        phase: 'being_carried_out',
        occurredAt: '2026-11-12T08:00:00Z',
        officer: { name: 'Rut Ros', unit: 'Kustregionen' },
        decisions: [decided()],
        supplements: [asked()],
        messages: [{ externalId: 'M1', text: 'Hej!', occurredAt: '2026-11-04T08:00:00Z' }],
      }),
    );
    expect(answer).toMatchObject({ outcome: 'applied', phase: 'being_carried_out', ignored: [] });
    const { events, officer } = await stood(caseId);
    expect(events.filter((kind) => kind !== 'officer-named')).toEqual([
      'received-by-office',
      'message-arrived',
      'supplement-asked',
      'decided',
      'carried-out',
    ]);
    expect(officer).toMatchObject({ name: 'Rut Ros' });
  });

  it('of the same version is unchanged, of an older one older; nothing moves', async () => {
    const id = newCase();
    const first = await put(id, state(5, { supplements: [asked()] }));
    const before = await stood(first.caseId);
    expect(await put(id, state(5, { supplements: [asked()] }))).toMatchObject({
      outcome: 'unchanged',
      ignored: [],
    });
    expect(await put(id, state(4, { phase: 'closed' }))).toMatchObject({
      outcome: 'older',
      phase: 'waiting_for_you',
    });
    expect(await stood(first.caseId)).toEqual(before);
    expect(await put(id, state(6, { supplements: [asked()] }))).toMatchObject({ outcome: 'applied' });
    expect((await stood(first.caseId)).events).toEqual(before.events);
  });

  it('of the same version and another content is for a person to look at', async () => {
    const id = newCase();
    await put(id, state(1));
    const problem = await put(id, state(1, { phase: 'closed' }), 409);
    expect(problem).toMatchObject({ code: 'case-version-differs', inboxId: expect.any(String) });
    await put(id, state(1, { phase: 'being_carried_out' }), 409);
    const ofThis = async () =>
      (await parked()).filter(({ params }) => (params as { externalId: string }).externalId === id);
    expect(await ofThis()).toHaveLength(1);
    // A newer one makes that question one of the past.
    await put(id, state(2, { phase: 'closed' }));
    expect(await ofThis()).toEqual([]);
  });

  it('told by phase with an older version, changes nothing and says so', async () => {
    const { caseId } = await put(newCase(), state(10));
    const tell = async (caseVersion: number, phase: string) => {
      const body = { phase, caseVersion, occurredAt: '2026-11-15T08:00:00Z' };
      const response = await ask('POST', `/cases/${caseId}/phase`, { tenantId, token, body });
      return agrees('record-phase', response);
    };
    expect(await tell(9, 'closed')).toMatchObject({ phase: 'being_looked_into', isOlder: true });
    expect(await tell(11, 'being_carried_out')).toEqual({ caseId, phase: 'being_carried_out' });
    expect(await tell(10, 'closed')).toMatchObject({ isOlder: true });
  });

  it('changes nothing that is the portal’s, the register’s or read already, and says what', async () => {
    const id = newCase();
    await put(id, state(1, { supplements: [asked()] }));
    const { ignored, phase } = await put(
      id,
      state(2, {
        phase: 'decided',
        person: { personalNumber: LENNART, givenName: 'Leif', surname: name.surname },
        receivedAt: '2026-11-01T08:00:00Z',
        supplements: [asked({ dueOn: '2098-12-01' }), asked({ externalId: 'K2', isWithdrawn: true })],
      }),
    );
    expect(phase).toBe('waiting_for_you');
    expect(ignored).toEqual([
      { field: 'person.givenName', why: 'register' },
      { field: 'receivedAt', why: 'portal' },
      { field: 'supplements.K1.dueOn', why: 'differs' },
      { field: 'phase', why: 'follows' },
    ]);
    const other = await put(id, state(3, { supplements: [asked({ text: 'Något annat.' })] }));
    expect(other.ignored).toContainEqual({ field: 'supplements.K1', why: 'differs' });
  });

  it('brings more time, and what has been taken back', async () => {
    const id = newCase();
    const { caseId } = await put(id, state(1, { supplements: [asked(), asked({ externalId: 'K2' })] }));
    await put(
      id,
      state(2, {
        supplements: [asked({ dueOn: '2099-03-01' }), asked({ externalId: 'K2', isWithdrawn: true })],
      }),
    );
    const rows = await read({ tenantId }, (tx) =>
      tx.supplement.findMany({ where: { tenantId, caseId }, orderBy: { externalId: 'asc' } }),
    );
    expect(rows.map(({ status, dueOn }) => [status, dueOn.toISOString().slice(0, 10)])).toEqual([
      ['asked', '2099-03-01'],
      ['withdrawn', '2099-01-15'],
    ]);
  });

  it('with another decision under a known id is not applied at all', async () => {
    const id = newCase();
    const { caseId } = await put(id, state(1, { decisions: [decided()] }));
    const before = await stood(caseId);
    await put(
      id,
      state(2, {
        phase: 'closed',
        occurredAt: '2026-11-15T08:00:00Z',
        decisions: [decided({ outcome: 'rejected' })],
      }),
      409,
    );
    expect(await stood(caseId)).toEqual(before);
  });

  it('says when the office thinks of deciding, and she reads it', async () => {
    const { caseId } = await put(newCase(), state(1, { expectedOn: '2099-05-01' }));
    const { outlook } = await getCase(await lennart(), caseId, 'sv');
    expect(outlook.by).toEqual({ on: '2099-05-01', kind: 'said', hasPassed: false });
    const body = { expectedOn: '2099-06-01', occurredAt: '2026-11-15T08:00:00Z' };
    expect((await ask('POST', `/cases/${caseId}/phase`, { tenantId, token, body })).status).toBe(200);
    const late = { expectedOn: '2099-04-01', occurredAt: '2026-11-14T08:00:00Z' };
    await ask('POST', `/cases/${caseId}/phase`, { tenantId, token, body: late });
    expect((await getCase(await lennart(), caseId, 'sv')).outlook.by?.on).toBe('2099-06-01');
  });
});

describe('a bundle', () => {
  it('takes each case by itself: one that is wrong stops no other', async () => {
    const [known, fresh, foreign, wrong] = [newCase(), newCase(), newCase(), newCase()];
    await put(known, state(3));
    const { cases, missing } = await send([
      { externalId: known, state: state(3) },
      { externalId: wrong, state: { ...state(1), extra: 'x' } },
      { externalId: foreign, service: 'bygglov', state: state(1) },
      { externalId: fresh, state: state(1) },
      { externalId: known, state: state(2) },
    ]);
    expect(cases.map(({ externalId, outcome, reason }) => [externalId, outcome, reason])).toEqual([
      [known, 'unchanged', undefined],
      [wrong, 'refused', 'invalid'],
      [foreign, 'parked', 'not-found'],
      [fresh, 'applied', undefined],
      [known, 'older', undefined],
    ]);
    expect(cases[1]?.errors).toEqual({ '(body)': 'Unrecognized keys' });
    expect(cases[2]?.inboxId).toBeDefined();
    expect(missing).toBeUndefined();
  });

  it('that is complete names what is missing from it, and closes nothing', async () => {
    const [here, gone, ended] = [newCase(), newCase(), newCase()];
    const { caseId } = await put(gone, state(1));
    await put(ended, state(1, { phase: 'closed' }));
    const { missing } = await send([{ externalId: here, state: state(1) }], { isComplete: true });
    expect(missing).toContainEqual({ caseId, externalId: gone });
    expect(missing?.map(({ externalId }) => externalId)).not.toContain(here);
    expect(missing?.map(({ externalId }) => externalId)).not.toContain(ended);
    expect((await stood(caseId)).phase).toBe('being_looked_into');
  });

  it('leaves no personal number in the clear, also of what is parked', async () => {
    await send([{ externalId: newCase(), service: 'bygglov', state: state(1) }]);
    expect(await dumpEverything()).not.toContain(LENNART);
  });
});
