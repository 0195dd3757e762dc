import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDecision } from '@/lib/cases/commands/open-decision';
import { officerOf } from '@/lib/cases/queries/officer-of';
import { newId } from '@/lib/kernel/ids';
import { sendMessage } from '@/lib/messages/commands/send-message';
import type { JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { type Asked, agrees, ask, askToken, tokenFor } from '@/lib/testing/api-calls';
import { sendAppealOf } from '@/lib/testing/appeals-world';
import {
  createSubmitted,
  createSystem,
  type TestApplication,
  type TestSystem,
} from '@/lib/testing/back-office-world';
import { residentOf } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { limits } from './contract/limits';
import { type Operation, type OperationName, operations } from './contract/operations';

const job = (tenantId: string): JobActor => ({ kind: 'job', tenantId, job: 'test' });

// --- The world: two systems in Granvik, one in Ekhamn. -----------------------------------------------------------
let owner: TestSystem;
let other: TestSystem;
let elsewhere: TestSystem;

beforeAll(async () => {
  owner = await createSystem('granvik', { services: ['sarskilt-boende'] });
  other = await createSystem('granvik');
  elsewhere = await createSystem('ekhamn', { services: ['sarskilt-boende'] });
});

interface Delivered extends TestApplication {
  deliveryId: string;
  /** where she has appealed a decision in it */
  appealId?: string;
  /** what she has written about the case */
  messageId: string;
  threadId: string;
}

async function delivered(how: Parameters<typeof createSubmitted>[2] = {}): Promise<Delivered> {
  const application = await createSubmitted('granvik', 'sarskilt-boende', how);
  await planDelivery(job('granvik'), application);
  const { id } = await read(job('granvik'), (tx) =>
    tx.delivery.findFirstOrThrow({ where: { tenantId: 'granvik', caseId: application.caseId } }),
  );
  const messageId = newId();
  const sent = await sendMessage(residentOf('granvik', application.personId), {
    place: { kind: 'case', caseId: application.caseId },
    messageId,
    version: 0,
    subject: '',
    text: 'Hur går det?',
  });
  const threadId = sent.outcome === 'sent' ? sent.threadId : '';
  return { ...application, deliveryId: id, messageId, threadId };
}

const at = () => new Date().toISOString();
const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten' };

/**
 * What is open to all, what is of no delivered application (elsewhere-cases.db.test.ts), and what must have been asked
 * first (every-operation.db.test.ts).
 */
type NotHere =
  | 'get-api-info'
  | 'get-answers-schema'
  | 'put-care-home'
  | 'put-care-plan'
  | 'put-care-visit'
  | 'put-care-note'
  | 'put-appointment-time'
  | 'put-appointment-invitation'
  | 'put-booking-outcome'
  | 'put-booking-cancellation'
  | 'get-booking'
  | 'put-case'
  | 'put-case-state'
  | 'put-bundle'
  | 'put-more-time-answer'
  | 'put-offer'
  | 'put-vacancy';

/** A right call of each operation on one delivered application. */
const calls: Record<Exclude<OperationName, NotHere>, (on: Delivered) => [string, unknown?]> = {
  'list-changes': () => ['/changes'],
  'list-deliveries': () => ['/deliveries'],
  'get-delivery': ({ deliveryId }) => [`/deliveries/${deliveryId}`],
  'record-receipt': ({ deliveryId, number }) => [
    `/deliveries/${deliveryId}/receipt`,
    { externalId: `SÄBO ${number}`, occurredAt: at(), officer },
  ],
  'get-file': ({ fileId }) => [`/files/${fileId}`],
  'get-appeal-receipt': ({ appealId }) => [`/appeals/${appealId}/receipt`],
  'record-appeal-step': ({ caseId }) => [
    `/cases/${caseId}/decisions/B1/appeal-steps`,
    { step: 'in_time', on: '2026-12-20', occurredAt: at(), officer },
  ],
  'get-case': ({ caseId }) => [`/cases/${caseId}`],
  'record-phase': ({ caseId }) => [
    `/cases/${caseId}/phase`,
    { phase: 'being_looked_into', occurredAt: at(), officer },
  ],
  'put-supplement-request': ({ caseId }) => [
    `/cases/${caseId}/supplement-requests/K1`,
    {
      text: 'Vi behöver mer.',
      items: [{ id: '1', text: 'Ett intyg' }],
      dueOn: '2027-01-15',
      occurredAt: at(),
      officer,
    },
  ],
  'withdraw-supplement-request': ({ caseId }) => [
    `/cases/${caseId}/supplement-requests/K1/withdrawal`,
    { occurredAt: at() },
  ],
  'put-supplement-due-date': ({ caseId }) => [
    `/cases/${caseId}/supplement-requests/K1/due-date`,
    { dueOn: '2027-01-22', occurredAt: at(), officer },
  ],
  'put-delay-notice': ({ caseId }) => [
    `/cases/${caseId}/delay-notices/F1`,
    { reason: 'Vi väntar på ett utlåtande.', expectedOn: '2027-02-15', occurredAt: at(), officer },
  ],
  'put-comment-round': ({ caseId }) => [
    `/cases/${caseId}/comment-rounds/S1`,
    { text: 'Så här ser utredningen ut.', dueOn: '2027-01-15', occurredAt: at(), officer },
  ],
  'put-comment-round-due-date': ({ caseId }) => [
    `/cases/${caseId}/comment-rounds/S1/due-date`,
    { dueOn: '2027-01-22', occurredAt: at(), officer },
  ],
  'withdraw-comment-round': ({ caseId }) => [
    `/cases/${caseId}/comment-rounds/S1/withdrawal`,
    { occurredAt: at() },
  ],
  'put-decision': ({ caseId }) => [
    `/cases/${caseId}/decisions/B1`,
    {
      outcome: 'granted',
      decidedOn: '2026-12-15',
      decided: 'Du får plats.',
      reasons: 'Du behöver.',
      occurredAt: at(),
      officer,
    },
  ],
  'put-case-message': ({ caseId }) => [
    `/cases/${caseId}/messages/M1`,
    { text: 'Vi hör av oss.', occurredAt: at(), officer },
  ],
  'put-thread-message': ({ threadId }) => [
    `/message-threads/${threadId}/messages/M2`,
    { text: 'I veckan.', occurredAt: at(), officer },
  ],
  'get-message-thread': ({ threadId }) => [`/message-threads/${threadId}`],
  'record-message-reading': ({ messageId }) => [
    `/messages/${messageId}/reading`,
    { occurredAt: at(), officer },
  ],
};

/** What must have been told before, for there to be something to do it to. */
const comesAfter: Partial<Record<keyof typeof calls, keyof typeof calls>> = {
  'record-appeal-step': 'put-decision',
  'withdraw-supplement-request': 'put-supplement-request',
  'put-supplement-due-date': 'put-supplement-request',
  'put-comment-round-due-date': 'put-comment-round',
  'withdraw-comment-round': 'put-comment-round',
};
const names = Object.keys(calls) as (keyof typeof calls)[];
const call = (name: keyof typeof calls, on: Delivered, asked: Asked = {}) => {
  const [path, body] = calls[name](on);
  return ask(operations[name].method, path, { ...(body !== undefined && { body }), ...asked });
};

const audited = (where: object) =>
  read(job('granvik'), (tx) =>
    tx.auditEntry.findMany({ where: { tenantId: 'granvik', ...where }, orderBy: { at: 'desc' } }),
  );

describe('tokens', () => {
  it('are given to a system that proves who it is, in the body or by Basic', async () => {
    await tokenFor(owner);
    const basic = Buffer.from(`${owner.clientId}:${owner.clientSecret}`).toString('base64');
    const response = await askToken({ scope: 'cases.read' }, 'granvik', { authorization: `Basic ${basic}` });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'cases.read',
    });
  });

  it('are not given for a wrong secret, a wrong client, another municipality or a system switched off', async () => {
    const off = await createSystem('granvik', { active: false });
    const asked = (client: TestSystem, secret = client.clientSecret) => ({
      client_id: client.clientId,
      client_secret: secret,
    });
    for (const [fields, tenantId] of [
      [asked(owner, 'wrong'), 'granvik'],
      [asked({ ...owner, clientId: 'nobody' }), 'granvik'],
      [asked(owner), 'ekhamn'],
      [asked(off), 'granvik'],
    ] as const) {
      const response = await askToken(fields, tenantId);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ error: 'invalid_client' });
    }
    expect((await audited({ action: 'back-office.issue-token', outcome: 'refused' })).length).toBeGreaterThan(
      2,
    );
  });

  it('are not given for a scope the system lacks, nor for another grant', async () => {
    const few = await createSystem('granvik', { scopes: ['cases.read'] });
    const asked = { client_id: few.clientId, client_secret: few.clientSecret };
    expect(await (await askToken({ ...asked, scope: 'cases.write' })).json()).toEqual({
      error: 'invalid_scope',
    });
    const password = await askToken({ ...asked, grant_type: 'password' });
    expect([password.status, await password.json()]).toEqual([400, { error: 'unsupported_grant_type' }]);
    expect(await (await askToken({ client_id: few.clientId })).json()).toEqual({ error: 'invalid_request' });
  });

  it('stand in the database only as hashes', async () => {
    const token = await tokenFor(owner);
    const rows = await asOwner((client) =>
      client.query("select encode(token_hash, 'hex') h, t::text from back_office_token t"),
    );
    expect(JSON.stringify(rows.rows)).not.toContain(token);
  });

  it('end after a quarter of an hour, when the system is switched off, and lose a scope with it', async () => {
    const on = await delivered();
    const system = await createSystem('granvik', { scopes: ['deliveries.read'] });
    const token = await tokenFor(system);
    expect((await call('list-deliveries', on, { token })).status).toBe(200);
    // An operator's affair: the application's own login may not.
    const change = (set: string) =>
      asOwner((client) => client.query(`update back_office_system set ${set} where id = $1`, [system.id]));
    await change("scopes = '{}'");
    expect((await call('list-deliveries', on, { token })).status).toBe(403);
    await change("scopes = '{deliveries.read}', active = false");
    expect((await call('list-deliveries', on, { token })).status).toBe(401);
    await change('active = true');
    await asOwner((client) =>
      client.query('update back_office_token set expires_at = now() where system_id = $1', [system.id]),
    );
    expect((await call('list-deliveries', on, { token })).status).toBe(401);
  });

  it('of too many failures are refused for a while, for who failed', async () => {
    const system = await createSystem('granvik');
    const wrong = { client_id: system.clientId, client_secret: 'wrong' };
    const here = { 'x-forwarded-for': '192.0.2.1' };
    for (let i = 0; i < limits.failedTokens.calls; i++) await askToken(wrong, 'granvik', here);
    const refused = await askToken(wrong, 'granvik', here);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await tokenFor(system);
  });

  it('in nobody’s name count together, leave one line a minute, and shut no system out', async () => {
    const system = await createSystem('granvik');
    const here = { 'x-forwarded-for': '192.0.2.2' };
    const traces = async () => (await audited({ reason: 'unknown-client' })).length;
    const before = await traces();
    const statuses: number[] = [];
    for (let i = 0; i <= limits.failedTokens.calls; i++) {
      const asked = await askToken({ client_id: `made-up-${i}`, client_secret: 'x' }, 'granvik', here);
      statuses.push(asked.status);
    }
    expect(statuses).toEqual([...Array(limits.failedTokens.calls).fill(401), 429]);
    expect(await traces()).toBe(before + 1);
    const { clientId: client_id, clientSecret: client_secret } = system;
    expect((await askToken({ client_id, client_secret }, 'granvik', here)).status).toBe(200);
    // An address that nobody vouches for is none.
    for (const forwarded of ['198.51.100.1, 192.0.2.2', '198.51.100.2, 192.0.2.2']) {
      const again = await askToken({ client_id: 'made-up', client_secret: 'x' }, 'granvik', {
        'x-forwarded-for': forwarded,
      });
      expect(again.status).toBe(429);
    }
  });
});

describe('who may do what', () => {
  it.each(names)('%s: the system it is meant for, and nobody else', async (name) => {
    const operation: Operation = operations[name];
    const on = await delivered();
    const before = comesAfter[name];
    if (before) await call(before, on, { token: await tokenFor(owner) });
    if (name === 'get-appeal-receipt') {
      const { decisionId } = (await (
        await call('put-decision', on, { token: await tokenFor(owner) })
      ).json()) as { decisionId: string };
      const resident = residentOf('granvik', on.personId);
      await openDecision(resident, { decisionId });
      on.appealId = await sendAppealOf(resident, decisionId);
    }
    // Without a token, with one made up, with one of another municipality: there is nobody.
    for (const token of [undefined, 'made-up', await tokenFor(elsewhere, 'ekhamn')]) {
      const response = await call(name, on, { token });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      await agrees(name, response);
    }
    // A token that lacks the one scope: forbidden, and written down.
    const rest = [...new Set(Object.values(operations).map(({ scope }) => scope))]
      .filter((scope) => scope && scope !== operation.scope)
      .join(' ');
    const lacking = await call(name, on, { token: await tokenFor(owner, 'granvik', rest) });
    expect(lacking.status).toBe(403);
    await agrees(name, lacking);
    expect(
      await audited({ action: `back-office.${name}`, outcome: 'refused', reason: operation.scope }),
    ).not.toEqual([]);
    // Another system of the municipality, and another municipality with the same ids: not found, nothing told.
    if (name !== 'list-deliveries' && name !== 'list-changes') {
      for (const asked of [
        { token: await tokenFor(other) },
        { token: await tokenFor(elsewhere, 'ekhamn'), tenantId: 'ekhamn' },
      ]) {
        const foreign = await call(name, on, asked);
        expect(foreign.status).toBe(404);
        expect(JSON.stringify(await agrees(name, foreign))).not.toMatch(/Astrid|GRA-|19420709/);
      }
      // She can see both: the call without the scope, and the other system's.
      const hers = await audited({ subjectPersonId: on.personId, actorKind: 'system', outcome: 'refused' });
      expect(hers.length).toBeGreaterThanOrEqual(2);
    }
    // The system itself.
    const own = await call(name, on, { token: await tokenFor(owner) });
    expect(own.status).toBe(200);
    await agrees(name, own);
  });

  it('lists to each system only its own', async () => {
    const on = await delivered();
    const ids = async (token: string, tenantId = 'granvik') => {
      const found: string[] = [];
      for (let page = 1; ; page++) {
        const response = await ask('GET', `/deliveries?limit=100&page=${page}`, { token, tenantId });
        const { items } = (await response.json()) as { items: { id: string }[] };
        found.push(...items.map(({ id }) => id));
        if (items.length < 100) return found;
      }
    };
    expect(await ids(await tokenFor(owner))).toContain(on.deliveryId);
    expect(await ids(await tokenFor(other))).toEqual([]);
    expect(await ids(await tokenFor(elsewhere, 'ekhamn'), 'ekhamn')).toEqual([]);
  });

  it('writes each reading of a person into her log, with the officer and the system', async () => {
    const on = await delivered();
    const headers = { 'x-officer': 'Maria%20%C3%96berg; unit=Bist%C3%A5ndsenheten' };
    for (const name of ['get-delivery', 'get-file', 'get-case'] as const) {
      expect((await call(name, on, { token: await tokenFor(owner), headers })).status).toBe(200);
    }
    const rows = await audited({ subjectPersonId: on.personId, actorKind: 'system', outcome: 'allowed' });
    expect(rows.map(({ action }) => action).toSorted()).toEqual([
      'applications.get-application-file',
      'applications.get-application-for-system',
      'cases.get-case-for-system',
    ]);
    expect(new Set(rows.map(({ actorLabel }) => actorLabel))).toEqual(
      new Set(['Maria Öberg, Biståndsenheten, Testsystemet']),
    );
  });
});

describe('a delivery', () => {
  it('is the whole application, word for word, with who applies', async () => {
    const on = await delivered();
    const response = await call('get-delivery', on, { token: await tokenFor(owner) });
    expect(await agrees('get-delivery', response)).toMatchObject({
      id: on.deliveryId,
      kind: 'application',
      state: 'waiting',
      case: { id: on.caseId, number: on.number },
      application: {
        number: on.number,
        service: { slug: 'sarskilt-boende', title: 'Särskilt boende' },
        applicant: { givenName: 'Astrid', surname: 'Lindqvist', protectedIdentity: false },
        pages: [
          {
            groups: [
              { questions: [{ question: 'Varför räcker inte hjälpen hemma?', answer: ['Jag ramlar ofta'] }] },
            ],
          },
        ],
        files: [{ id: on.fileId, name: 'Läkarintyg.pdf', field: 'certificate' }],
      },
    });
    const file = await call('get-file', on, { token: await tokenFor(owner) });
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''L%C3%A4karintyg.pdf");
    expect(await file.text()).toBe('%PDF-1.7 ett intyg');
  });

  it('is in Swedish too where she filled it in in another language, what she wrote left as it is', async () => {
    const on = await delivered({ language: 'ar' });
    const response = await call('get-delivery', on, { token: await tokenFor(owner) });
    const asked = (question: string, title: string) => [{ title, groups: [{ questions: [{ question }] }] }];
    expect(await agrees('get-delivery', response)).toMatchObject({
      application: {
        language: 'ar',
        pages: asked('لماذا لا تكفي المساعدة في المنزل؟', 'المساعدة التي تحصل عليها اليوم'),
        translation: {
          language: 'sv',
          title: 'Särskilt boende',
          pages: [
            {
              title: 'Hjälp som du har i dag',
              groups: [
                {
                  questions: [
                    {
                      question: 'Varför räcker inte hjälpen hemma?',
                      answer: ['أسقط كثيرا'],
                      answerLanguage: 'ar',
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
    const own = await delivered();
    const swedish = await call('get-delivery', own, { token: await tokenFor(owner) });
    expect((await agrees('get-delivery', swedish)) as object).not.toHaveProperty('application.translation');
  });

  it('is received once: the same receipt again is the same, another number is refused', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const [path, body] = calls['record-receipt'](on);
    const [first, second] = await Promise.all([
      ask('POST', path, { token, body }),
      ask('POST', path, { token, body }),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await first.json()).toMatchObject({
      state: 'received',
      case: { externalId: `SÄBO ${on.number}` },
    });
    expect((await ask('POST', path, { token, body })).status).toBe(200);
    const differs = await ask('POST', path, { token, body: { ...(body as object), externalId: 'SÄBO 1' } });
    expect(differs.status).toBe(409);
    await agrees('record-receipt', differs);
    const events = await read(job('granvik'), (tx) =>
      tx.caseEvent.count({ where: { tenantId: 'granvik', caseId: on.caseId, kind: 'received-by-office' } }),
    );
    expect(events).toBe(1);
    const found = await read(job('granvik'), (tx) => tx.case.findFirst({ where: { id: on.caseId } }));
    expect(found?.phase).toBe('received_by_office');
    expect(officerOf('granvik', on.caseId, found?.officerSealed ?? null)).toMatchObject({
      name: 'Maria Öberg',
    });
  });

  it('waits in the list until it is received, also when telling of it was given up', async () => {
    const on = await delivered();
    const system = await createSystem('granvik');
    await asOwner((client) =>
      client.query("update delivery set system_id = $2, state = 'parked' where id = $1", [
        on.deliveryId,
        system.id,
      ]),
    );
    const token = await tokenFor(system);
    const waiting = async () =>
      ((await (await ask('GET', '/deliveries', { token })).json()) as { total: number }).total;
    expect(await waiting()).toBe(1);
    await asOwner((client) =>
      client.query("update delivery set state = 'received' where id = $1", [on.deliveryId]),
    );
    expect(await waiting()).toBe(0);
    const received = await ask('GET', '/deliveries?state=received', { token });
    expect(await agrees('list-deliveries', received)).toMatchObject({ total: 1, page: 1, limit: 20 });
  });
});

describe('what the office tells', () => {
  it('twice is once: phase, request, decision', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    for (const name of [
      'record-phase',
      'put-supplement-request',
      'put-comment-round',
      'put-decision',
    ] as const) {
      const [path, body] = calls[name](on);
      const method = operations[name].method;
      const first = await (await ask(method, path, { token, body })).json();
      const second = await ask(method, path, { token, body });
      expect([second.status, name]).toEqual([200, name]);
      if (name !== 'record-phase') expect(await second.json()).toEqual(first);
    }
    const seen = await (await call('get-case', on, { token })).json();
    expect(seen).toMatchObject({
      phase: 'decided',
      supplements: [{ externalId: 'K1', status: 'withdrawn', dueOn: '2027-01-15' }],
      commentRounds: [{ externalId: 'S1', status: 'ended', dueOn: '2027-01-15', comments: 0 }],
      decisions: [{ externalId: 'B1' }],
    });
  });

  it('under the same id with another content is refused', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const [path, body] = calls['put-decision'](on);
    expect((await ask('PUT', path, { token, body })).status).toBe(200);
    const other = await ask('PUT', path, { token, body: { ...(body as object), outcome: 'rejected' } });
    expect(other.status).toBe(409);
    expect(await agrees('put-decision', other)).toMatchObject({ code: 'decision-differs' });
  });

  it('with a document keeps the document, and refuses what is no PDF', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const [path, body] = calls['put-decision'](on);
    const document = { name: 'Beslut.pdf', mediaType: 'application/pdf' };
    const wrong = await ask('PUT', path, {
      token,
      body: {
        ...(body as object),
        document: { ...document, content: Buffer.from('no pdf').toString('base64') },
      },
    });
    expect(wrong.status).toBe(422);
    await agrees('put-decision', wrong);
    const content = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
    ).toString('base64');
    const right = await ask('PUT', path, {
      token,
      body: { ...(body as object), document: { ...document, content } },
    });
    expect(right.status).toBe(200);
  });

  it('with a key gets the first answer again, and the key is good for nothing else', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const [path, body] = calls['record-phase'](on);
    const headers = { 'idempotency-key': newId() };
    const first = await (await ask('POST', path, { token, body, headers })).json();
    expect(await (await ask('POST', path, { token, body, headers })).json()).toEqual(first);
    const other = await ask('POST', path, { token, headers, body: { ...(body as object), phase: 'closed' } });
    expect(other.status).toBe(409);
    expect(await agrees('record-phase', other)).toMatchObject({ code: 'idempotency-key-reused' });
  });
});

describe('what is not as it must be', () => {
  it('is a problem answer that says where, and repeats nothing of what was sent', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const response = await ask('PUT', `/cases/${on.caseId}/decisions/B1`, {
      token,
      body: { outcome: 'secret-outcome', decidedOn: '2026-02-31', extra: 'secret-extra', 'secret-key': 1 },
    });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await agrees('put-decision', response)) as { errors: Record<string, string> };
    expect(Object.keys(problem.errors)).toEqual(
      expect.arrayContaining(['outcome', 'decidedOn', 'decided', '(body)']),
    );
    expect(JSON.stringify(problem)).not.toMatch(/secret-outcome|secret-extra|secret-key|02-31/);
  });

  it.each([
    ['GET', '/deliveries?limit=0', 400],
    ['GET', '/deliveries?limit=101', 400],
    ['GET', '/deliveries?page=x', 400],
    ['GET', '/deliveries?personalNumber=194207099146', 400],
    ['GET', '/deliveries/not-an-id', 404],
    ['GET', '/cases/%E0%A4%A', 404],
    ['GET', '/nothing', 404],
    ['GET', '/', 404],
    ['DELETE', '/deliveries', 405],
    ['POST', '/deliveries', 405],
  ])('%s %s: %i', async (method, path, status) => {
    const response = await ask(method, path, { token: await tokenFor(owner) });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
  });

  it('is refused where the database could not keep it, and breaks nothing', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const [path, body] = calls['record-receipt'](on);
    for (const wrong of [
      { officer: { ...officer, name: 'Maria\u0000' } },
      { officer: { ...officer, name: 'Maria\ud800' } },
      { externalId: 'S\u0000' },
      { occurredAt: '0000-01-01T00:00:00Z' },
    ]) {
      const response = await ask('POST', path, { token, body: { ...(body as object), ...wrong } });
      expect(response.status, JSON.stringify(wrong)).toBe(422);
      await agrees('record-receipt', response);
    }
    const nobody = await askToken({ client_id: 'a\u0000b', client_secret: 'x' });
    expect([nobody.status, await nobody.json()]).toEqual([400, { error: 'invalid_request' }]);
  });

  it('is refused by type and size before it is read', async () => {
    const on = await delivered();
    const token = await tokenFor(owner);
    const path = `/cases/${on.caseId}/phase`;
    expect(
      (await ask('POST', path, { token, body: '{}', headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415);
    expect((await ask('POST', path, { token, body: '{not json' })).status).toBe(422);
    expect((await ask('POST', path, { token, body: `"${'x'.repeat(limits.bodyBytes)}"` })).status).toBe(413);
    expect((await ask('GET', '/deliveries', { token, headers: { 'x-officer': '%' } })).status).toBe(400);
  });

  it('is told how many calls are left', async () => {
    const response = await ask('GET', '/deliveries', {
      token: await tokenFor(await createSystem('granvik')),
    });
    expect(response.headers.get('ratelimit-policy')).toBe('"default";q=600;w=60');
    expect(response.headers.get('ratelimit')).toMatch(/^"default";r=599;t=\d+$/);
  });
});

describe('what is open to all', () => {
  it('says what the API is', async () => {
    const info = await ask('GET', '/api-info');
    expect(await agrees('get-api-info', info)).toMatchObject({ apiStatus: 'active' });
    expect(await (await ask('GET', '/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('says what the answers of a service are as data, and a delivery’s answers are that', async () => {
    const { deliveryId } = await delivered();
    const { application } = (await (
      await ask('GET', `/deliveries/${deliveryId}`, { token: await tokenFor(owner) })
    ).json()) as { application: { answers: unknown; service: { slug: string; version: number } } };
    const { slug, version } = application.service;
    const answer = await ask('GET', `/services/${slug}/versions/${version}/schema`);
    const schema = await agrees('get-answers-schema', answer);
    const validate = new Ajv2020({
      strict: true,
      allErrors: true,
      formats: { date: true, uuid: true },
    }).compile(schema as object);
    validate(application.answers);
    // The test's application was never filled in wholly: what it does answer must be right.
    expect(validate.errors?.filter(({ keyword }) => keyword !== 'required') ?? []).toEqual([]);
    expect(Object.keys(application.answers as object).length).toBeGreaterThan(0);
    for (const path of ['no-such/versions/1', `${slug}/versions/999`, `${slug}/versions/x`]) {
      expect((await ask('GET', `/services/${path}/schema`)).status).toBe(404);
    }
  });
});
