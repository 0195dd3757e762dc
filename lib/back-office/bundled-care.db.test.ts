import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMyBookings } from '@/lib/appointments/queries/list-my-bookings';
import { getMyCare } from '@/lib/care-information/queries/get-my-care';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createType } from '@/lib/testing/appointments-world';
import { createSystem, type TestSystem } from '@/lib/testing/back-office-world';
import { forgetAllCare, gunnar, residentNamed } from '@/lib/testing/care-world';
import { decision, stateOf, type TestCase } from '@/lib/testing/cases-world';
import { createQueueCase, offerOf } from '@/lib/testing/offers-world';
import { asOwner } from '@/lib/testing/test-database';
import type { BundleAnswer } from './contract/bundle-messages';
import { examples } from './contract/examples';

const tenantId = 'granvik';
let system: TestSystem;
let token: string;

beforeAll(async () => {
  system = await createSystem(tenantId);
  token = await tokenFor(system);
});
beforeEach(forgetAllCare);

const plan = (more: object = {}) => ({ ...examples['put-care-plan'].request, ...more });
const visit = (more: object = {}) => ({ ...examples['put-care-visit'].request, ...more });
const note = (more: object = {}) => ({ ...examples['put-care-note'].request, ...more });

async function send(more: object, status = 200, bearer = token) {
  const body = { sentAt: '2026-11-20T22:00:00Z', cases: [], ...more };
  const response = await ask('POST', '/bundles', { token: bearer, body });
  const answer = await agrees('put-bundle', response);
  expect(response.status, JSON.stringify(answer)).toBe(status);
  return answer as BundleAnswer;
}
/** A case of the system's own, by an id of its own. */
async function ownCase(systemId: string): Promise<TestCase & { externalId: string }> {
  const theCase = await createQueueCase();
  const externalId = `SB-${newId()}`;
  await asOwner((client) =>
    client.query('update cases set system_id = $1, external_id = $2 where id = $3', [
      ...[systemId, externalId, theCase.caseId],
    ]),
  );
  return { ...theCase, externalId };
}
const told = { ...offerOf(), occurredAt: '2026-11-20T08:00:00Z', answerBy: '2099-01-01T11:00:00Z' };
const outcomesOf = (list: { externalId: string; outcome: string; reason?: string | undefined }[] = []) =>
  list.map(({ externalId, outcome, reason }) => [externalId, reason ?? outcome]);

describe('care in a bundle', () => {
  it('is kept as if each had been told alone, and the same bundle again changes nothing', async () => {
    const [plan1, visit1, note1] = [newId(), newId(), newId()];
    const whole = {
      carePlans: [{ externalId: plan1, state: plan() }],
      careVisits: [{ externalId: visit1, state: visit({ startsAt: '2026-11-20T08:00:00Z' }) }],
      careNotes: [{ externalId: note1, state: note() }],
    };
    const first = await send(whole);
    expect(first).toMatchObject({
      cases: [],
      carePlans: [{ externalId: plan1, outcome: 'applied' }],
      careVisits: [{ externalId: visit1, outcome: 'applied' }],
      careNotes: [{ externalId: note1, outcome: 'applied' }],
    });
    expect(first).not.toHaveProperty('offers');
    const { plans, diary } = await getMyCare(await residentNamed(tenantId));
    expect(plans).toMatchObject([{ title: 'Genomförandeplan för hemtjänst' }]);
    expect(diary.days.flatMap(({ entries }) => entries.map(({ what }) => what)).toSorted()).toEqual([
      'note',
      'visit',
    ]);
    const again = await send(whole);
    for (const list of [again.carePlans, again.careVisits, again.careNotes])
      expect(list?.map(({ outcome }) => outcome)).toEqual(['unchanged']);
    // By its own operation it is the same thing, under the same rule of versions.
    const alone = await ask('PUT', `/care-plans/${plan1}`, { token, body: plan({ version: 2 }) });
    expect(await agrees('put-care-plan', alone)).toMatchObject({ outcome: 'older' });
  });

  it('goes by versions, and one that is wrong stops no other', async () => {
    const [known, differs, hsl, taken, fresh] = [newId(), newId(), newId(), newId(), newId()];
    const notes = (list: [string, object][]) => ({
      careNotes: list.map(([externalId, state]) => ({ externalId, state })),
    });
    await send(
      notes([
        [known, note({ version: 5 })],
        [differs, note({ version: 5 })],
        [taken, note({ person: gunnar })],
      ]),
    );
    const { careNotes } = await send(
      notes([
        [known, note({ version: 4, text: 'Äldre.' })],
        [differs, note({ version: 5, text: 'Något annat.' })],
        [hsl, note({ law: 'HSL' })],
        [taken, note({ version: 2 })],
        ['19420709-9146', note()],
        [fresh, note()],
      ]),
    );
    expect(outcomesOf(careNotes)).toEqual([
      [known, 'older'],
      [differs, 'care-version-differs'],
      [hsl, 'invalid'],
      [taken, 'external-id-taken'],
      ['19420709-9146', 'invalid'],
      [fresh, 'applied'],
    ]);
    expect(careNotes?.[1]).toMatchObject({ outcome: 'parked', inboxId: expect.any(String) });
    expect(careNotes?.[2]?.errors).toMatchObject({ law: expect.stringContaining('HSL') });
    expect(careNotes?.[3]?.outcome).toBe('parked');
    expect(careNotes?.[4]?.errors).toMatchObject({ externalId: expect.any(String) });
  });

  it('that never fits waits as one message, however often it is sent anew', async () => {
    const taken = newId();
    await send({ careNotes: [{ externalId: taken, state: note({ person: gunnar }) }] });
    for (const version of [2, 3, 4])
      await send({ careNotes: [{ externalId: taken, state: note({ version }) }] });
    const waiting = await read({ tenantId }, (tx) =>
      tx.inboxMessage.findMany({
        where: { tenantId, systemId: system.id, state: 'parked', thing: `put-care-note ${taken}` },
      }),
    );
    expect(waiting).toHaveLength(1);
  });

  it('that is an empty list asks for no scope, and is answered with one', async () => {
    const other = await tokenFor(await createSystem(tenantId, { scopes: ['cases.write'] }));
    expect(await send({ careNotes: [], offers: [] }, 200, other)).toEqual({
      ...{ cases: [], careNotes: [], offers: [] },
    });
  });

  it('that comes late is told of, but takes no newer one’s place: not of what waits, and not when it is done', async () => {
    const taken = newId();
    const tell = async (version: number, more: object = {}) => {
      const state = note({ version, ...more });
      const { careNotes } = await send({ careNotes: [{ externalId: taken, state }] });
      return careNotes?.[0];
    };
    const waiting = async () =>
      (
        await read({ tenantId }, (tx) =>
          tx.inboxMessage.findMany({
            where: { tenantId, systemId: system.id, state: 'parked', thing: `put-care-note ${taken}` },
          }),
        )
      ).map(({ id }) => id);
    await tell(1, { person: gunnar });
    const newest = await tell(4);
    expect(newest).toMatchObject({ outcome: 'parked' });
    expect(await tell(3)).toMatchObject({ outcome: 'parked', inboxId: newest?.inboxId });
    expect(await waiting()).toEqual([newest?.inboxId]);
    expect(await tell(2, { person: gunnar })).toMatchObject({ outcome: 'applied' });
    expect(await waiting()).toEqual([newest?.inboxId]);
    expect(await tell(5, { person: gunnar })).toMatchObject({ outcome: 'applied' });
    expect(await waiting()).toEqual([]);
  });

  it('is not taken from a system that may not tell of care, and nothing else of that bundle is done', async () => {
    const other = await createSystem(tenantId, { scopes: ['cases.write', 'offers.write'] });
    const { caseId, externalId } = await ownCase(other.id);
    const offers = [{ case: externalId, externalId: 'E1', state: told }];
    const bundle = { offers, careNotes: [{ externalId: newId(), state: note() }] };
    expect(await send(bundle, 403, await tokenFor(other))).toMatchObject({ code: 'scope-missing' });
    expect((await getMyCare(await residentNamed(tenantId))).isEmpty).toBe(true);
    expect((await stateOf({ tenantId, caseId } as TestCase)).events).not.toContain('offer-made');
    expect(await send({ offers }, 200, await tokenFor(other))).toMatchObject({
      offers: [{ outcome: 'applied' }],
    });
  });
});

describe('offers and invitations in a bundle', () => {
  it('are told by the case’s id over there, and answered with how they stand', async () => {
    const { externalId: of, caseId, resident } = await ownCase(system.id);
    const type = await createType(tenantId, { audience: 'invitation' });
    const { slug } = await read({ tenantId }, (tx) =>
      tx.appointmentType.findUniqueOrThrow({
        where: { tenantId_id: { tenantId, id: type.typeId } },
        select: { slug: true },
      }),
    );
    const invitation = {
      ...examples['put-appointment-invitation'].request,
      type: slug,
      bookBy: '2099-01-01',
    };
    const whole = {
      offers: [
        { case: of, externalId: 'E1', state: told },
        { case: 'no-such-case', externalId: 'E2', state: told },
      ],
      appointmentInvitations: [{ case: of, externalId: `I-${of}`, state: invitation }],
    };
    for (const _ of [1, 2])
      expect(await send(whole)).toMatchObject({
        offers: [
          { case: of, externalId: 'E1', outcome: 'applied', state: 'open' },
          { case: 'no-such-case', externalId: 'E2', outcome: 'refused', reason: 'not-found' },
        ],
        appointmentInvitations: [{ case: of, outcome: 'applied', state: 'open' }],
      });
    const { events } = await stateOf({ tenantId, caseId } as TestCase);
    expect(events.filter((kind) => kind === 'offer-made')).toHaveLength(1);
    expect((await listMyBookings(resident, 'sv', { caseId })).invitations).toHaveLength(1);
  });

  it('of a case that is in the bundle and didn’t fit are to be sent again: what they wait for may come', async () => {
    const of = `SB-${newId()}`;
    const { state } = examples['put-bundle'].request.cases[0];
    const cases = [{ service: 'no-such-service', externalId: of, state }];
    const told = { case: of, externalId: `I-${of}`, state: {} };
    const answer = await send({ cases, offers: [told], appointmentInvitations: [told] });
    expect(outcomesOf(answer.cases)).toEqual([[of, 'not-found']]);
    expect(answer.cases[0]?.outcome).toBe('parked');
    expect(outcomesOf(answer.offers)).toEqual([[told.externalId, 'case-not-done']]);
    expect(outcomesOf(answer.appointmentInvitations)).toEqual([[told.externalId, 'case-not-done']]);
    // One that is not well-formed is not here, and doesn't come by itself.
    const wrong = await send({ cases: [{ ...cases[0], state: {} }], offers: [told] });
    expect(wrong).toMatchObject({ cases: [{ outcome: 'refused' }], offers: [{ reason: 'not-found' }] });
  });

  it('of another system’s case are not found', async () => {
    const theCase = await createQueueCase();
    const externalId = `SB-${newId()}`;
    await asOwner((client) =>
      client.query('update cases set external_id = $1 where id = $2', [externalId, theCase.caseId]),
    );
    await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
    const { offers } = await send({ offers: [{ case: externalId, externalId: 'E1', state: {} }] });
    expect(outcomesOf(offers)).toEqual([['E1', 'not-found']]);
  });
});
