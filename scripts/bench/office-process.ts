// A case system of a process of its own, as bench -- chaos and -- outage need one: it knows the portal only by its API, and
// keeps what it has in a file of its own (SQLite), so that being killed costs it nothing it has said that it has.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { randomFrom } from './chaos-plan';

const { API = '', CLIENT_ID = '', CLIENT_SECRET = '', OFFICE_STORE = '', OFFICE_PORT = '' } = process.env;
const AT_ONCE = 8;
const LOOK_EVERY_MS = 1_000;
const LATE_MS = 12_000;
const random = randomFrom(process.pid);

/** How it may behave: several at once, each until its time is up; `well` ends them all. */
export type Manner = 'well' | 'hangs' | 'fails' | 'late' | 'twice' | 'shuffled';
const until = new Map<Manner, number>();
const is = (one: Manner): boolean => Date.now() < (until.get(one) ?? 0);

const store = new DatabaseSync(OFFICE_STORE);
store.exec(`
  pragma journal_mode = wal; pragma synchronous = full;
  create table if not exists delivery (seq integer primary key, id text unique, case_id text, kind text, created_at text, content text, text text);
  create table if not exists outbox (seq integer primary key, case_id text, method text, path text, body text, state text default 'waiting', tries int default 0, answer text);
  create table if not exists count (what text primary key, number int);
`);
const count = (what: string) =>
  store.prepare('insert into count values (?, 1) on conflict do update set number = number + 1').run(what);

// --- The API ----------------------------------------------------------------------------------------------------

let token: { value: string; goodUntil: number } | undefined;

async function call(method: string, path: string, body?: string, key?: string) {
  if (!token || token.goodUntil < Date.now()) token = await getToken();
  const response = await fetch(API + path, {
    method,
    signal: AbortSignal.timeout(8_000),
    headers: {
      authorization: `Bearer ${token.value}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body && { body }),
  });
  const text = await response.text();
  if (response.status === 401) token = undefined;
  if (response.status >= 500 || response.status === 401 || response.status === 429) {
    throw new Error(`${response.status}`);
  }
  return { status: response.status, text };
}

async function getToken() {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
  });
  const response = await fetch(`${API}/token`, { method: 'POST', body, signal: AbortSignal.timeout(8_000) });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  const { access_token: value } = (await response.json()) as { access_token: string };
  return { value, goodUntil: Date.now() + 10 * 60_000 };
}

// --- In ---------------------------------------------------------------------------------------------------------

interface Delivery {
  id: string;
  kind: string;
  createdAt: string;
  case: { id: string; number: string };
  application?: { pages: { groups: { questions: { answer?: string[] }[] }[] }[] };
  supplement?: { items: { text: string }[] };
  message?: { text: string };
}

/** What she wrote, by which each thing is known again. */
const textOf = ({ application, supplement, message }: Delivery): string =>
  application?.pages[0]?.groups[0]?.questions[0]?.answer?.[0] ??
  supplement?.items[0]?.text ??
  message?.text ??
  '';

async function catchUp(): Promise<void> {
  for (;;) {
    const page = JSON.parse((await call('GET', '/deliveries?state=waiting&limit=100')).text) as {
      items: { id: string; case: { id: string } }[];
    };
    const known = page.items.filter(({ id }) => store.prepare('select 1 from delivery where id = ?').get(id));
    const fresh = page.items.filter((one) => !known.includes(one));
    // Of a case one after the other, of several cases at once.
    const cases = Map.groupBy(fresh, (one) => one.case.id);
    await inParallel([...cases.values()], async (ofCase) => {
      for (const { id } of ofCase) keep(JSON.parse((await call('GET', `/deliveries/${id}`)).text));
    });
    if (fresh.length === 0) return;
    await sendAll();
  }
}

/** Stored, with its receipt and what the office does because of it, or not at all. */
function keep(delivery: Delivery): void {
  const {
    id,
    kind,
    createdAt,
    case: { id: caseId },
  } = delivery;
  store.exec('begin immediate');
  try {
    const { changes } = store
      .prepare(
        'insert or ignore into delivery (id, case_id, kind, created_at, content, text) values (?, ?, ?, ?, ?, ?)',
      )
      .run(id, caseId, kind, createdAt, '', textOf(delivery));
    if (changes === 0) count('deliveries fetched twice');
    else act(delivery, caseId);
    store.exec('commit');
  } catch (error) {
    store.exec('rollback');
    throw error;
  }
}

function act({ id, kind, case: { number } }: Delivery, caseId: string): void {
  const occurredAt = new Date().toISOString();
  const officer = { name: 'Maria Öberg', unit: 'Biståndsenheten' };
  const tell = (method: string, path: string, body: object) =>
    store
      .prepare('insert into outbox (case_id, method, path, body) values (?, ?, ?, ?)')
      .run(caseId, method, path, JSON.stringify({ occurredAt, ...body }));
  tell('POST', `/deliveries/${id}/receipt`, { externalId: `DNR-${number}` });
  if (kind === 'application') {
    tell('POST', `/cases/${caseId}/phase`, { phase: 'being_looked_into', officer });
    const items = [{ id: '1', text: 'Intyg från din arbetsterapeut' }];
    const asked = { text: 'Vi behöver ett intyg till.', items, dueOn: '2099-11-24', officer };
    tell('PUT', `/cases/${caseId}/supplement-requests/K1`, asked);
    tell('PUT', `/cases/${caseId}/messages/M1`, { text: 'Vi har fått din ansökan.', officer });
  }
  if (kind === 'supplement') {
    tell('PUT', `/cases/${caseId}/decisions/B1`, {
      outcome: 'granted',
      decidedOn: '2026-11-23',
      decided: 'Du får plats.',
      reasons: 'Du behöver hjälp dygnet runt.',
      officer,
    });
  }
}

// --- Out --------------------------------------------------------------------------------------------------------

interface Row {
  seq: number;
  case_id: string;
  method: string;
  path: string;
  body: string;
}

let sending: Promise<void> | undefined;
/** One round at a time; who comes meanwhile waits for it. */
const sendAll = (): Promise<void> => {
  sending ??= sendRound().finally(() => {
    sending = undefined;
  });
  return sending;
};

async function sendRound(): Promise<void> {
  const rows = store
    .prepare(
      "select seq, case_id, method, path, body from outbox where state = 'waiting' order by seq limit 400",
    )
    .all() as unknown as Row[];
  const cases = Map.groupBy(rows, (row) => row.case_id);
  await inParallel([...cases.values()], async (ofCase) => {
    const order = is('shuffled') ? ofCase.toSorted(() => random() - 0.5) : ofCase;
    for (const row of order) await send(row);
  });
}

async function send({ seq, method, path, body }: Row): Promise<void> {
  store.prepare('update outbox set tries = tries + 1 where seq = ?').run(seq);
  const once = () => call(method, path, body, `outbox-${seq}`);
  // Now and then both at once, now and then one after the other.
  const isTwice = is('twice');
  const [{ status, text }] = isTwice
    ? random() < 0.5
      ? await Promise.all([once(), once()])
      : [await once(), await once()]
    : [await once()];
  if (isTwice) count('calls made twice');
  const state = status < 300 ? 'sent' : 'refused';
  store
    .prepare('update outbox set state = ?, answer = ? where seq = ?')
    .run(state, `${status} ${text.slice(0, 300)}`, seq);
}

async function inParallel<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await work(next).catch(() => count('calls that failed'));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

// --- The day's work ---------------------------------------------------------------------------------------------

let isLooking = false;
async function look(): Promise<void> {
  if (isLooking || is('hangs') || is('fails')) return;
  isLooking = true;
  try {
    await sendAll();
    await catchUp();
    await sendAll();
  } catch {
    count('looks that failed');
  } finally {
    isLooking = false;
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://office');
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (url.pathname === '/behave') {
    const manner = url.searchParams.get('as') as Manner;
    if (manner === 'well') until.clear();
    else until.set(manner, Date.now() + Number(url.searchParams.get('for')));
    return response.writeHead(204).end();
  }
  if (url.pathname === '/state') {
    const all = (sql: string) => store.prepare(sql).all();
    return response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        deliveries: all(
          'select seq, id, case_id as "caseId", kind, created_at as "createdAt", text from delivery order by seq',
        ),
        outbox: all('select case_id as "caseId", path, state, tries, answer from outbox order by seq'),
        counts: Object.fromEntries(
          all('select what, number from count').map((row) => [row.what, row.number]),
        ),
      }),
    );
  }
  count('webhooks heard');
  if (is('hangs')) return;
  if (is('fails')) return response.writeHead(500).end();
  if (is('late')) return setTimeout(() => response.writeHead(204).end(), LATE_MS);
  response.writeHead(204).end();
  void look();
}).listen(Number(OFFICE_PORT), '127.0.0.1');
setInterval(look, LOOK_EVERY_MS);
