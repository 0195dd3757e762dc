import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SystemActor } from '@/lib/platform/actor';
import { document, tokenFor } from '@/lib/testing/api-calls';
import { createSystem } from '@/lib/testing/back-office-world';
import {
  type Callers,
  documented,
  hostileCall,
  isDocumented,
  judge,
  make,
} from '@/lib/testing/hostile-calls';
import { everythingOf, type HeldIds, holdMarkedCases, markEveryText } from '@/lib/testing/marked-world';
import { asOwner } from '@/lib/testing/test-database';
import { type Scope, scopes } from './domain/scopes';

/*
 * Every operation of the published document, called in every way it shouldn't be: never a fault, never another's data,
 * always an answer that the document describes. What is called is read from the document, so a new operation is tried
 * without being added here. fast-check prints the seed and the call when one goes wrong; SEED is changed now and then.
 */

// Thousands of calls within a minute are what is tried here; that they are counted is tried in api.db.test.ts.
vi.hoisted(() => {
  process.env.BACK_OFFICE_CALLS_PER_MINUTE = '1000000';
});

const SEED = 20_261_123;
const CALLS_EACH = { reading: 40, writing: 75 };
/** Calls end cases and answer what is asked: after so many operations there are new ones. */
const OPERATIONS_A_WORLD = 5;

const tenantId = 'ekhamn';
const services = ['sarskilt-boende', 'fardtjanst'];
const marks = { own: 'Qx1Own1xQ', other: 'Qx2Other2xQ', elsewhere: 'Qx3Elsewhere3xQ' };

let callers: Callers;
let own: Awaited<ReturnType<typeof connect>>;
let held: HeldIds;
let foreign: HeldIds[];
let before: Record<string, string>[];

const connect = async (tenant: string, given?: Scope[]) => {
  const allowed = given ?? (Object.keys(scopes) as Scope[]);
  const system = await createSystem(tenant, { services, scopes: allowed });
  const { id: systemId, clientId } = system;
  const facts = { name: 'Testsystemet', scopes: allowed, services };
  const actor: SystemActor = { kind: 'system', tenantId: tenant, systemId, clientId, ...facts };
  return {
    actor,
    token: await tokenFor(system, tenant),
    credentials: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: system.clientSecret,
    },
  };
};
const stateOfOthers = () =>
  Promise.all(
    // Of the other system its cases, of the other municipality all there is.
    foreign.map(({ caseId = [] }, at) =>
      at === 0 ? everythingOf(tenantId, caseId) : everythingOf('granvik'),
    ),
  );

beforeAll(async () => {
  // A service's cases go to the system that was connected first.
  await asOwner((client) => client.query(`update back_office_system set services = '{}'`));
  own = await connect(tenantId);
  const other = await connect(tenantId);
  const elsewhere = await connect('granvik');
  const weak = await connect(tenantId, ['deliveries.read']);
  foreign = [
    await holdMarkedCases(other.actor, marks.other),
    await holdMarkedCases(elsewhere.actor, marks.elsewhere),
  ];
  const marked = await markEveryText('granvik', marks.elsewhere);
  expect(marked.columns).toBeGreaterThan(30);
  callers = {
    own: own.token,
    other: other.token,
    elsewhere: elsewhere.token,
    weak: weak.token,
    unknown: 'abc',
    nobody: undefined,
  };
  before = await stateOfOthers();
});

/** Whose words an answer to a caller must not hold. */
const hiddenFrom = (caller: string) =>
  Object.entries(marks).flatMap(([holder, mark]) =>
    holder === caller && holder !== 'elsewhere' ? [] : [mark],
  );

let worldsUsed = 0;

describe('the published document', () => {
  it('is OpenAPI 3.1, by a validator of its own', async () => {
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  });
});

describe.each(documented)('%s', (name, operation) => {
  it('answers whatever it is sent as the document says, and tells nobody another’s', async () => {
    if (worldsUsed++ % OPERATIONS_A_WORLD === 0) held = await holdMarkedCases(own.actor, marks.own);
    const others = foreign.flatMap((ids) => Object.values(ids).flat());
    const { credentials } = own;
    const world = { own: held, foreign: others, callers: Object.keys(callers), services, credentials };
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(hostileCall(operation, world), async (call) => {
        const response = await make(call, tenantId, callers);
        const text = await judge(operation, response);
        for (const mark of hiddenFrom(call.caller)) expect(text).not.toContain(mark);
        if (!response.ok) return;
        taken += 1;
        expect(call.isForeign, 'what is another’s was taken').toBe(false);
        expect(isDocumented(operation, call), 'taken, though the document would not').toBe(true);
      }),
      // Of its own each, or all would get the same.
      {
        seed: SEED + documented.findIndex(([one]) => one === name),
        numRuns: CALLS_EACH[operation.method === 'GET' ? 'reading' : 'writing'],
      },
    );
    expect(
      taken,
      'all of it was refused: the world (marked-world.ts) lacks what the path names',
    ).toBeGreaterThan(0);
  });
});

describe('a path of the document', () => {
  it.each([...new Set(documented.map(([, { path }]) => path))])('%s takes no other method', async (path) => {
    const methods = documented.flatMap(([, one]) => (one.path === path ? [one.method] : []));
    for (const method of ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'PURGE']) {
      if (methods.includes(method)) continue;
      const address = path.replace(/\{\w+\}/g, 'x');
      const call = { method, path: address, caller: 'own', headers: {}, isForeign: false };
      const response = await make(call, tenantId, callers);
      expect(response.status, method).toBe(405);
      const problem = {
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
      await judge({ responses: { default: problem } }, response);
    }
  });
});

describe('after all of it', () => {
  it('what is somebody else’s stands as it stood', async () => {
    expect(await stateOfOthers()).toEqual(before);
  });
});
