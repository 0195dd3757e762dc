// The floor that bench -- live is measured against: node:http, the log-in by the same statement, and the same LISTEN. No
// framework, no limits, no asking again who it is.
import { createServer, type ServerResponse } from 'node:http';
import { sessionStatement } from '@/lib/identity/queries/find-session';
import { readRows } from '@/lib/platform/db';
import { listen } from '@/lib/platform/listen';
import { NEWS_CHANNEL, readNews } from '@/lib/platform/news';

const TENANT = 'granvik';
const pages = new Map<string, Set<ServerResponse>>();

listen(NEWS_CHANNEL, {
  told: (text) => {
    const news = readNews(text);
    for (const page of (news && pages.get(news.personId)) ?? []) {
      page.write(`event: news\nid: ${Date.now()}\ndata: ${news?.eventId}\n\n`);
    }
  },
  mayHaveMissed: () => {},
});
setInterval(() => {
  for (const some of pages.values()) for (const page of some) page.write(`event: beat\ndata: beat\n\n`);
}, 20_000);

const server = createServer(async (request, response) => {
  if (request.url !== '/live') return response.end('ready');
  const token = /mina-sidor-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const [session] = await readRows<{ personId: string }>(
    { tenantId: TENANT },
    sessionStatement(TENANT, token),
  );
  if (!session) return response.writeHead(401).end();
  const { personId } = session;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('event: beat\ndata: beat\n\n');
  pages.set(personId, (pages.get(personId) ?? new Set()).add(response));
  response.once('close', () => pages.get(personId)?.delete(response));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
