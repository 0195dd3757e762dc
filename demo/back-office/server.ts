import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import {
  type Answer,
  type Call,
  documentAnswer,
  notFound,
  pageAnswer,
  type System,
  seeOther,
} from './answers';
import { handleAppeal } from './appeals';
import { handleBooking, showBookings } from './bookings';
import {
  askForSupplement,
  decide,
  getCase,
  getDocument,
  listCases,
  type Outcome,
  outcomes,
  setPhase,
} from './cases';
import { commentDeeds, doWithComments } from './comments';
import { refuseDelayRequest, tellOfDelay } from './delay';
import {
  handleConversation,
  showConversation,
  showMessageDocument,
  showMessages,
  writeInCase,
} from './message-routes';
import { conversationsOfCase, unreadCount } from './messages';
import { handleMoreTime } from './more-time';
import { handleOffer } from './offers';
import { officerBy } from './officers';
import { isFromElsewhere } from './own-page';
import { caseBody, elsewhereBody, inboxBody, offBody, powerBody } from './pages';
import type { Portal } from './portal';
import { offUntil, switchOff, switchOn } from './power';
import { tellOfCases } from './source';
import { reasonOf } from './stuck';
import { isFirst, isGenuine } from './webhook';

const MOST_BYTES = 8_000_000;

/** The officers' pages and the door for the portal's webhooks. */
export function createWeb(system: System): Server {
  return createServer(async (req, res) => {
    try {
      const call = readCall(req);
      const off = await offUntil(system.pool, new Date());
      if (off && /^\/(webhooks|source)\//.test(call.url.pathname)) {
        // As a system that is not there: the line is cut, without a word.
        req.socket.destroy();
        return;
      }
      if (off && call.url.pathname !== '/power') send(res, pageAnswer('Avstängt', call, offBody, 503));
      else send(res, await route(system, call, off));
    } catch (error) {
      console.error(`${req.method} ${req.url?.split('?')[0]} failed: ${reasonOf(error)}`);
      if (!res.headersSent) send(res, { status: 500, body: 'Something went wrong here.' });
    }
  });
}

function readCall(req: IncomingMessage): Call {
  const body = async () => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Error('The body is too large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  return {
    method: req.method ?? 'GET',
    // Only path and query matter; the host is never used to build an address.
    url: new URL((req.url ?? '/').replace(/^\/+/, '/'), 'http://back-office'),
    headers: req.headers,
    officer: officerBy(/(?:^|;\s*)officer=(\w+)/.exec(req.headers.cookie ?? '')?.[1]),
    body,
    form: async () => {
      const type = req.headers['content-type'] ?? '';
      return new Response(new Uint8Array(await body()), { headers: { 'content-type': type } }).formData();
    },
  };
}

const routes: [RegExp, (system: System, call: Call, parts: string[], off: Date | null) => Promise<Answer>][] =
  [
    [/^GET \/$/, inbox],
    [/^GET \/power$/, async (_, call, __, off) => pageAnswer('Strömbrytare', call, powerBody(off))],
    [/^POST \/power$/, changePower],
    [/^POST \/officer$/, chooseOfficer],
    [/^GET \/cases\/(\d{1,9})$/, (system, call, [id]) => showCase(system, call, Number(id))],
    [/^GET \/cases\/(\d{1,9})\/documents\/(\d{1,9})$/, showDocument],
    [
      /^POST \/cases\/(\d{1,9})\/(phase|supplements|decisions|delay-notices|delay-refusals|appeals|offers)$/,
      handle,
    ],
    [/^GET \/bookings$/, (system, call) => showBookings(system, call)],
    [/^POST \/bookings\/([0-9a-f-]{36})$/, handleBooking],
    [/^GET \/messages$/, showMessages],
    [/^GET \/messages\/(\d{1,9})$/, (system, call, [id]) => showConversation(system, call, Number(id))],
    [/^GET \/messages\/documents\/(\d{1,9})$/, showMessageDocument],
    [/^POST \/messages\/(\d{1,9})\/(answer|read)$/, handleConversation],
    [/^POST \/cases\/(\d{1,9})\/messages$/, writeInCase],
    [/^POST \/cases\/(\d{1,9})\/(comment-[a-z-]+)$/, handleComments],
    [/^POST \/cases\/(\d{1,9})\/more-time$/, answerMoreTime],
    [/^POST \/webhooks\/([a-z]+)$/, hear],
    [/^GET \/source\/([a-z]+)(\/.*)$/, tellOfCases],
  ];

async function route(system: System, call: Call, off: Date | null): Promise<Answer> {
  // The webhooks' door has a check of its own: a signature.
  if (
    call.method === 'POST' &&
    !call.url.pathname.startsWith('/webhooks/') &&
    isFromElsewhere(call.headers)
  ) {
    return pageAnswer('Inte härifrån', call, elsewhereBody, 403);
  }
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(`${call.method} ${call.url.pathname}`);
    if (match) return answer(system, call, match.slice(1), off);
  }
  return notFound(call);
}

async function inbox(system: System, call: Call): Promise<Answer> {
  const municipality = call.url.searchParams.get('municipality');
  const { rows } = await system.pool.query<{ unsent: string }>(
    "select count(*) as unsent from outbox where state = 'waiting'",
  );
  const body = inboxBody({
    cases: await listCases(system.pool, municipality),
    municipality,
    contacts: [...system.portals].map(([name, portal]) => ({
      municipality: name,
      at: portal.lastContact,
      failure: system.failures.get(name),
      stuck: system.stuck.get(name)?.list() ?? [],
    })),
    unsent: Number(rows[0]?.unsent),
    unread: await unreadCount(system.pool),
  });
  return pageAnswer('Inkomna ärenden', call, body);
}

async function showCase(
  system: System,
  call: Call,
  id: number,
  error: string | null = null,
): Promise<Answer> {
  const found = await getCase(system.pool, id);
  if (!found) return notFound(call);
  const state = call.url.searchParams.has('portal')
    ? await (system.portals.get(found.municipality) as Portal)
        .getCase(found.portal_case_id, call.officer)
        .catch(() => 'Mina sidor svarar inte just nu.')
    : null;
  return pageAnswer(
    found.number,
    call,
    caseBody(found, await conversationsOfCase(system.pool, id), error, state),
    error ? 422 : 200,
  );
}

async function showDocument(system: System, call: Call, parts: string[]): Promise<Answer> {
  return documentAnswer(call, await getDocument(system.pool, Number(parts[0]), Number(parts[1])));
}

async function handle(system: System, call: Call, parts: string[]): Promise<Answer> {
  const id = Number(parts[0]);
  const found = await getCase(system.pool, id);
  if (!found) return notFound(call);
  const form = await call.form();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const again = (error: string) => showCase(system, call, id, error);

  if (parts[1] === 'phase') {
    await setPhase(system.pool, found, call.officer, text('phase') === 'closed' ? 'closed' : 'investigated');
  } else if (parts[1] === 'supplements') {
    const items = text('items')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (!text('text') || items.length === 0 || !isDay(text('dueOn'))) {
      return again('Skriv till den sökande, vad som behövs och senast när.');
    }
    await askForSupplement(system.pool, found, call.officer, {
      text: text('text'),
      items,
      dueOn: text('dueOn'),
    });
  } else if (parts[1] === 'appeals') {
    const posted = { deed: text('deed'), decision: text('decision'), text };
    const wrong = await handleAppeal(system.pool, found, call.officer, posted);
    if (wrong) return again(wrong);
  } else if (parts[1] === 'offers') {
    const wrong = await handleOffer(system.pool, found, call.officer, text);
    if (wrong) return again(wrong);
  } else if (parts[1] === 'delay-notices') {
    const expectedOn = text('expectedOn') || null;
    if (!text('reason') || (expectedOn && !isDay(expectedOn))) return again('Skriv varför beslutet dröjer.');
    await tellOfDelay(system.pool, found, call.officer, { reason: text('reason'), expectedOn });
  } else if (parts[1] === 'delay-refusals') {
    if (!text('reasons') || !isDay(text('decidedOn'))) return again('Skriv skälen och beslutsdagen.');
    const refusal = { reasons: text('reasons'), decidedOn: text('decidedOn') };
    await refuseDelayRequest(system.pool, found, call.officer, refusal);
  } else {
    const outcome = text('outcome');
    if (!(outcome in outcomes) || !isDay(text('decidedOn')) || !text('decided') || !text('reasons')) {
      return again('Skriv vad som har beslutats, skälen och beslutsdagen.');
    }
    const document = await pdfOf(form.get('document'));
    if (document === 'not-a-pdf') return again('Bilagan måste vara en PDF på högst 5 MB.');
    await decide(system.pool, found, call.officer, {
      outcome: outcome as Outcome,
      decidedOn: text('decidedOn'),
      decided: text('decided'),
      reasons: text('reasons'),
      document,
    });
  }
  system.wake();
  return seeOther(`/cases/${id}`);
}

async function handleComments(system: System, call: Call, parts: string[]): Promise<Answer> {
  const id = Number(parts[0]);
  const found = await getCase(system.pool, id);
  const deed = commentDeeds.find((one) => one === parts[1]);
  if (!found || !deed) return notFound(call);
  const form = await call.form();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const document = await pdfOf(form.get('document'));
  const wrong =
    document === 'not-a-pdf'
      ? 'Bilagan måste vara en PDF på högst 5 MB.'
      : await doWithComments(system.pool, found, call.officer, deed, {
          round: text('round'),
          text: text('text'),
          dueOn: text('dueOn'),
          document,
        });
  if (wrong) return showCase(system, call, id, wrong);
  system.wake();
  return seeOther(`/cases/${id}`);
}

async function answerMoreTime(system: System, call: Call, parts: string[]): Promise<Answer> {
  const id = Number(parts[0]);
  const found = await getCase(system.pool, id);
  if (!found) return notFound(call);
  const form = await call.form();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const wrong = await handleMoreTime(system.pool, found, call.officer, {
    asked: text('asked'),
    supplement: text('supplement'),
    deed: text('deed'),
    dueOn: text('dueOn'),
    reason: text('reason'),
  });
  if (wrong) return showCase(system, call, id, wrong);
  system.wake();
  return seeOther(`/cases/${id}`);
}

async function pdfOf(
  file: FormDataEntryValue | null,
): Promise<{ name: string; content: Buffer } | null | 'not-a-pdf'> {
  if (!(file instanceof File) || file.size === 0) return null;
  const content = Buffer.from(await file.arrayBuffer());
  const isPdf = content.subarray(0, 5).toString('latin1') === '%PDF-' && content.length <= 5_000_000;
  return isPdf ? { name: file.name, content } : 'not-a-pdf';
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

async function hear(system: System, call: Call, parts: string[]): Promise<Answer> {
  const portal = system.portals.get(parts[0] ?? '');
  if (!portal) return { status: 404, body: 'No such municipality' };
  const body = (await call.body()).toString('utf8');
  if (!isGenuine(portal.access.credentials.webhookSecret, call.headers, body, new Date())) {
    return { status: 401, body: 'Not genuine' };
  }
  const { 'webhook-id': id, 'webhook-timestamp': timestamp } = call.headers;
  // What it says matters little: that something waits is reason enough to look.
  if (await isFirst(system.pool, String(id), String(timestamp))) system.wake();
  return { status: 204 };
}

async function changePower(system: System, call: Call): Promise<Answer> {
  const form = await call.form();
  if (form.get('action') === 'off') {
    const minutes = Math.min(Math.max(Number(form.get('minutes')) || 10, 1), 1440);
    await switchOff(system.pool, new Date(Date.now() + minutes * 60_000));
  } else {
    await switchOn(system.pool);
    system.wake();
  }
  return seeOther('/power');
}

async function chooseOfficer(_: System, call: Call): Promise<Answer> {
  const form = await call.form();
  const back = String(form.get('back') ?? '/');
  return {
    ...seeOther(/^\/(?!\/)/.test(back) ? back : '/'),
    headers: {
      location: /^\/[\w/?=&-]*$/.test(back) ? back : '/',
      'set-cookie': `officer=${officerBy(String(form.get('officer'))).id}; Path=/; HttpOnly; SameSite=Lax`,
    },
  };
}

function send(res: ServerResponse, { status = 200, headers = {}, body = '' }: Answer): void {
  res.writeHead(status, { 'cache-control': 'no-store', ...headers });
  res.end(body);
}
