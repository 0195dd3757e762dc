import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { KeptList } from '@/demo/inbox/kept-list';
import { openMessage } from '@/demo/push/open-message';
import { whyNotVouched } from '@/demo/push/vapid';
import { html } from '@/demo/web/html';
import { type Answer, BadRequest, type DemoRequest, json, type Route } from '@/demo/web/http';
import { type Both, languageOf, page } from '@/demo/web/page';
import { instantText } from '@/demo/web/text';

const browserSchema = z.object({
  id: z.string(),
  privateKey: z.string(),
  publicKey: z.string(),
  auth: z.string(),
  /** what its push service answers from now on; null for as usual */
  answers: z.union([z.literal(410), z.literal(429), z.literal(503)]).nullable(),
});
const shownSchema = z.object({
  browser: z.string(),
  topic: z.string(),
  ttl: z.number(),
  receivedAt: z.iso.datetime(),
  /** as the browser shows it */
  message: z.object({ title: z.string(), body: z.string(), path: z.string(), lang: z.string() }),
});
type Browser = z.infer<typeof browserSchema>;
type Shown = z.infer<typeof shownSchema>;

export interface PushOptions {
  browsers: KeptList<Browser>;
  shown: KeptList<Shown>;
  /** under which the service is reached */
  origin: string;
  now: () => number;
}

export const openBrowsers = (file: string): Promise<KeptList<Browser>> => KeptList.open(file, browserSchema);
export const openShown = (file: string): Promise<KeptList<Shown>> => KeptList.open(file, shownSchema);

const texts = {
  title: { sv: 'Aviseringar', en: 'Notifications' },
  lead: {
    sv: 'Det som demovärldens låtsaswebbläsare har visat, det senaste först. En riktig webbläsare tar emot sina aviseringar av sin egen tillverkare och visar dem själv.',
    en: 'What the demo world’s pretend browsers have shown, the latest first. A real browser gets its notifications from its own maker and shows them itself.',
  },
  none: { sv: 'Inga aviseringar ännu.', en: 'No notifications yet.' },
} satisfies Record<string, Both>;

/** A push service (RFC 8030), the browsers that have it, and what they have shown. */
export function pushRoutes(options: PushOptions): Route[] {
  const { browsers, shown, origin } = options;
  return [
    { method: 'POST', path: '/push-service/:id', answer: (request) => take(request, options) },
    { method: 'GET', path: '/push', answer: (request) => list(request, shown.all) },
    { method: 'GET', path: '/control/push', answer: () => json({ shown: shown.all }) },
    {
      // A new browser: what PushManager.subscribe would give a page in it.
      method: 'POST',
      path: '/control/push/browsers',
      answer: async () => {
        const browser = newBrowser();
        await browsers.add(browser);
        const { id, publicKey, auth } = browser;
        const endpoint = `${origin}/push-service/${id}`;
        return json({ endpoint, expirationTime: null, keys: { p256dh: publicKey, auth } }, 201);
      },
    },
    {
      method: 'POST',
      path: '/control/push/browsers/:id',
      answer: async ({ params, json: body }) => {
        const { answers } = browserSchema.pick({ answers: true }).parse(await body());
        const browser = browsers.all.find(({ id }) => id === params.id);
        if (!browser) throw new BadRequest('No such browser');
        await browsers.add({ ...browser, answers });
        return json({ answers });
      },
    },
  ];
}

function newBrowser(): Browser {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    id: randomUUID(),
    privateKey: pair.getPrivateKey().toString('base64url'),
    publicKey: pair.getPublicKey().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
    answers: null,
  };
}

async function take(request: DemoRequest, { browsers, shown, origin, now }: PushOptions): Promise<Answer> {
  const body = await readBytes(request);
  const { ttl, authorization = '', topic = '', 'content-encoding': encoding } = request.headers;
  if (!/^\d+$/.test(String(ttl ?? ''))) return json({ error: 'TTL is missing' }, 400);
  if (!/^[A-Za-z0-9_-]{0,32}$/.test(String(topic))) return json({ error: 'Topic' }, 400);
  if (encoding !== 'aes128gcm') return json({ error: 'Content-Encoding' }, 415);
  if (body.length > 4096) return json({ error: 'Too long' }, 413);
  const fault = await whyNotVouched(authorization, { origin, now: now() });
  if (fault) return json({ error: fault }, 403);
  // The newest entry of a browser counts.
  const browser = browsers.all.find(({ id }) => id === request.params.id);
  if (!browser) return json({ error: 'No such subscription' }, 404);
  if (browser.answers !== null) {
    return {
      ...json({ error: 'As you wished' }, browser.answers),
      ...(browser.answers === 429 && { headers: { 'retry-after': '90' } }),
    };
  }
  await shown.add({
    browser: browser.id,
    topic: String(topic),
    ttl: Number(ttl),
    receivedAt: new Date(now()).toISOString(),
    message: shownSchema.shape.message.parse(JSON.parse(openMessage(body, browser))),
  });
  return { status: 201, headers: { location: `${origin}/push-message/${randomUUID()}` } };
}

async function readBytes({ raw }: DemoRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of raw.req as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function list(request: DemoRequest, all: readonly Shown[]): Answer {
  const lang = languageOf(request);
  return page(request, {
    title: texts.title[lang],
    watch: '/control/push',
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
${all.length === 0 ? html`<p class="card">${texts.none[lang]}</p>` : ''}
<ul class="plain">${all.map(
      ({ message, receivedAt }) => html`<li class="card"><strong>${message.title}</strong>
<span class="soft">${instantText(receivedAt, lang)}</span>
<p dir="auto">${message.body}</p><p class="soft">${message.path}</p></li>`,
    )}</ul>`,
  });
}
