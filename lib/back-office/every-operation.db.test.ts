import { beforeAll, describe, expect, it } from 'vitest';
import { askMoreTime } from '@/lib/cases/commands/ask-more-time';
import { recordSupplementRequest } from '@/lib/cases/commands/record-supplement-request';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { agrees, ask, tokenFor } from '@/lib/testing/api-calls';
import { createSubmitted, createSystem } from '@/lib/testing/back-office-world';
import {
  createSystemActor,
  job,
  residentOf,
  stateOf,
  supplementRequest,
  type TestCase,
} from '@/lib/testing/cases-world';
import { sendOne } from '@/lib/testing/messages-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { examples } from './contract/examples';
import { type Operation, type OperationName, operations } from './contract/operations';

/*
 * Every operation on something that is somebody's, as the contract has it and with the contract's own example: told
 * twice, on what isn't there, and by a system whose it isn't. A new one is tried here without being added.
 */

const tenantId = 'granvik';

/** What must have been told before, for the example to be right. */
const before: Partial<Record<OperationName, OperationName[]>> = {
  'withdraw-supplement-request': ['put-supplement-request'],
  'put-supplement-due-date': ['put-supplement-request'],
  'put-comment-round-due-date': ['put-comment-round'],
  'withdraw-comment-round': ['put-comment-round'],
  'record-appeal-step': ['put-decision'],
  'put-offer': ['put-decision'],
};

/** What else there must be, for what an operation names. */
const prepared: Partial<Record<OperationName, (theCase: World) => Promise<Record<string, string>>>> = {
  'put-more-time-answer': askedForMoreTime,
};

/** Tried elsewhere, since they are about what this world has none of. */
const elsewhereTried: Partial<Record<OperationName, string>> = {
  'get-appeal-receipt': 'appeals.db.test.ts',
  'put-care-plan': 'lib/care-information/deliver.db.test.ts',
  'put-care-visit': 'lib/care-information/deliver.db.test.ts',
  'put-care-note': 'lib/care-information/deliver.db.test.ts',
  'put-appointment-time': 'lib/appointments/office-times.db.test.ts',
  'put-appointment-invitation': 'lib/appointments/office-times.db.test.ts',
  'put-booking-outcome': 'lib/appointments/office-times.db.test.ts',
  'put-booking-cancellation': 'lib/appointments/office-times.db.test.ts',
  'get-booking': 'lib/appointments/office-times.db.test.ts',
  'put-case': 'elsewhere-cases.db.test.ts',
  'put-case-state': 'bundle.db.test.ts',
  'put-vacancy': 'lib/care-home-queue/vacancies.db.test.ts',
};

/** What an operation's path names first. */
const NAMED = /\{(\w+Id)\}/;
const onSomething = (Object.entries(operations) as [OperationName, Operation][]).filter(
  ([name, { path }]) => NAMED.test(path) && !(name in elsewhereTried),
);

interface World extends Pick<TestCase, 'tenantId' | 'caseId' | 'personId'> {
  ids: Record<string, string>;
}

let token: string;
let foreign: string;
let elsewhere: string;

beforeAll(async () => {
  // A service's cases go to the system that was connected first.
  await asOwner((client) =>
    client.query(`update back_office_system set services = '{}' where tenant_id = $1`, [tenantId]),
  );
  token = await tokenFor(await createSystem(tenantId, { services: ['sarskilt-boende'] }));
  foreign = await tokenFor(await createSystem(tenantId));
  elsewhere = await tokenFor(await createSystem('ekhamn'), 'ekhamn');
});

async function world(name: OperationName): Promise<World> {
  const { caseId, personId, fileId, ...application } = await createSubmitted(tenantId);
  await planDelivery(job(tenantId), { caseId, ...application });
  await asOwner((client) =>
    client.query(`update stored_file set scan_state = 'clean' where id = $1`, [fileId]),
  );
  const { id: deliveryId } = await read({ tenantId }, (tx) =>
    tx.delivery.findFirstOrThrow({ where: { tenantId, caseId } }),
  );
  const { messageId, threadId } = await sendOne(residentOf(tenantId, personId), { kind: 'case', caseId });
  const ids = { caseId, deliveryId, fileId, messageId, threadId };
  const found = { tenantId, caseId, personId, ids };
  return { ...found, ids: { ...ids, ...(await prepared[name]?.(found)) } };
}

/** She is asked for something, and asks for more time to send it. */
async function askedForMoreTime({ caseId, personId }: World): Promise<Record<string, string>> {
  const { systemId } = await read({ tenantId }, (tx) =>
    tx.case.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: caseId } } }),
  );
  const system = { ...(await createSystemActor(tenantId)), systemId: systemId ?? '' };
  const thing = await recordSupplementRequest(system, { caseId, ...supplementRequest() });
  const wish = { thing, wishedOn: calendarDate('2099-12-01'), reason: 'Jag väntar på ett intyg.' };
  await askMoreTime(residentOf(tenantId, personId), wish);
  const asked = await read({ tenantId }, (tx) => tx.moreTimeRequest.findFirstOrThrow({ where: { caseId } }));
  return { moreTimeId: asked.id };
}

const asked = (name: OperationName, ids: Record<string, string>, as = token, tenant = tenantId) => {
  const { method, path, body }: Operation = operations[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, param: string) => {
    const value = param === 'externalId' ? 'X-1' : ids[param];
    if (!value) throw new Error(`This world has no ${param}: add one, or say where ${name} is tried`);
    return value;
  });
  const example = (examples as Record<string, { request?: object }>)[name];
  // The examples are of days to come: what happens, happens now.
  const request = {
    ...example?.request,
    ...(example?.request && { occurredAt: '2026-11-20T09:00:00Z' }),
    ...(example?.request && 'answerBy' in example.request && { answerBy: '2099-01-01T09:00:00Z' }),
  };
  return ask(method, filled, { tenantId: tenant, token: as, ...(body && { body: request }) });
};

const refusals = (personId: string | null, objectId: string) =>
  read({ tenantId }, (tx) =>
    tx.auditEntry.count({
      where: { tenantId, outcome: 'refused', actorKind: 'system', subjectPersonId: personId, objectId },
    }),
  );
/** The thing that a path names. */
const objectOf = ({ path }: Operation, ids: Record<string, string>) => ids[NAMED.exec(path)?.[1] ?? ''] ?? '';

describe.each(onSomething)('%s', (name, operation) => {
  it('told twice is told once, with the same answer', async () => {
    const { ids, ...theCase } = await world(name);
    for (const first of before[name] ?? []) expect((await asked(first, ids)).status, first).toBe(200);
    const first = await asked(name, ids);
    expect(first.status).toBe(200);
    const answer = operation.answer.schema === 'file' ? await first.text() : await agrees(name, first);
    const state = await stateOf(theCase as TestCase);
    const second = await asked(name, ids);
    expect(second.status).toBe(200);
    expect(operation.answer.schema === 'file' ? await second.text() : await agrees(name, second)).toEqual(
      answer,
    );
    const again = await stateOf(theCase as TestCase);
    expect([again.phase, again.events, again.news]).toEqual([state.phase, state.events, state.news]);
  });

  it('on what isn’t there is not found, and written down', async () => {
    const nothing = newId();
    const ids = {
      caseId: nothing,
      deliveryId: nothing,
      fileId: nothing,
      messageId: nothing,
      threadId: nothing,
      moreTimeId: nothing,
    };
    expect((await asked(name, ids)).status).toBe(404);
    expect(await refusals(null, nothing)).toBe(1);
  });

  it('by a system whose it isn’t is not found, changes nothing, and she can see that it was tried', async () => {
    const { ids, ...theCase } = await world(name);
    const state = await stateOf(theCase as TestCase);
    expect((await asked(name, ids, foreign)).status).toBe(404);
    expect(await refusals(theCase.personId, objectOf(operation, ids))).toBe(1);
    expect((await asked(name, ids, elsewhere, 'ekhamn')).status).toBe(404);
    expect((await asked(name, ids, elsewhere)).status).toBe(401);
    expect(await stateOf(theCase as TestCase)).toEqual(state);
  });
});
