// The portal as it runs: Next's own request handler, and before it a door (scripts/lib/front-door.ts) and the files, as
// they were compressed when the portal was built (scripts/lib/build.ts). Next itself compresses with gzip at each
// request; brotli at its best is a seventh smaller, and costs nothing here. A page that failed is answered with one that
// can be read (scripts/lib/failure-page.ts).
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import sirv from 'sirv';
import { clientAddress } from '../lib/platform/client-address.ts';
import { trustedHops } from '../lib/platform/env.ts';
import { LOOK_HEADER } from '../lib/platform/request-headers.ts';
import { withFailurePage } from './lib/failure-page.ts';
import { limitParts, refusalOf, refuse } from './lib/front-door.ts';
import { openLines } from './lib/open-lines.ts';
import { bareHeaders } from './lib/plain-page.ts';

const port = Number(process.env.PORT ?? 3000);
// A demo is for this machine alone; a production is reached from what stands in front of it.
const address = process.env.HOST ?? (process.env.APP_ENV === 'production' ? '0.0.0.0' : 'localhost');

// Always by this name, whatever is listened on: Next takes a rewrite to another name for another site's.
// Quiet: what fails is logged by instrumentation.ts, without what the error says of a person.
const portal = next({ dev: false, hostname: 'localhost', port, quiet: true });
const handle = withFailurePage(portal.getRequestHandler(), () => server.address() as AddressInfo);
await portal.prepare();

const YEAR = 31_536_000;
const BUILD = '/_next/static/';
// Names of the build's files and of themes follow their content: a browser may keep them for ever.
const buildFiles = sirv('.next/static', { brotli: true, immutable: true, maxAge: YEAR });
const publicFiles = sirv('.next/public', {
  brotli: true,
  etag: true,
  setHeaders: (response, path) =>
    response.setHeader(
      'cache-control',
      path.startsWith('/themes/') ? `public, max-age=${YEAR}, immutable` : 'public, max-age=86400',
    ),
});
const hops = trustedHops();
const lines = openLines();

const server = createServer((request, response) => {
  // proxy.ts puts its own in their place.
  for (const [name, value] of Object.entries(bareHeaders)) response.setHeader(name, value);
  const refusal = refusalOf(request);
  if (refusal) return refuse(request, response, refusal);
  limitParts(request, response);
  // Of these files nobody needs a part, and the range of a careless one ("5-2") brings the file's reader down.
  const { range } = request.headers;
  delete request.headers.range;
  if (request.url?.startsWith(BUILD)) return answerWithFile(request, response);
  publicFiles(request, response, () => {
    const { headers, socket } = request;
    if (range) headers.range = range;
    const forwardedFor = [headers['x-forwarded-for'] ?? []].flat().join(',');
    headers['x-forwarded-for'] = clientAddress(socket.remoteAddress, forwardedFor, hops);
    // Links are plain anchors (decision 0032): what asks for the parts of a page is the page itself, not the person.
    if (request.method === 'GET' && headers.rsc !== undefined) headers[LOOK_HEADER] = '1';
    else delete headers[LOOK_HEADER];
    lines.watch(request, response);
    return handle(request, response);
  });
});

/** Never by Next, which proxy.ts does not stand before here. */
function answerWithFile(request: IncomingMessage, response: ServerResponse): void {
  request.url = request.url?.slice(BUILD.length - 1);
  buildFiles(request, response, () => {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  });
}

// Longer than what stands in front keeps a connection: else a request may meet a connection that is just closed.
server.keepAliveTimeout = 75_000;
server.listen(port, address);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    lines.cut();
    server.closeIdleConnections();
    // What is still being answered gets a moment.
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
