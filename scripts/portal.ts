// The portal as it runs: Next's own request handler, and before it the build's files as they were compressed when they
// were built (scripts/lib/build.ts). Next itself compresses with gzip at each request; brotli at its best is a seventh
// smaller, and costs nothing here. A page that failed is answered with one that can be read (scripts/lib/failure-page.ts).
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import sirv from 'sirv';
import { withFailurePage } from './lib/failure-page.ts';

const port = Number(process.env.PORT ?? 3000);
// A demo is for this machine alone; a production is reached from what stands in front of it.
const address = process.env.HOST ?? (process.env.APP_ENV === 'production' ? '0.0.0.0' : 'localhost');

// Always by this name, whatever is listened on: Next takes a rewrite to another name for another site's.
// Quiet: what fails is logged by instrumentation.ts, without what the error says of a person.
const portal = next({ dev: false, hostname: 'localhost', port, quiet: true });
const handle = withFailurePage(portal.getRequestHandler(), () => server.address() as AddressInfo);
await portal.prepare();

// Names follow content: a browser may keep them for ever.
const files = sirv('.next/static', { brotli: true, immutable: true, maxAge: 31_536_000 });
const PREFIX = '/_next/static';

const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (!url.startsWith(`${PREFIX}/`)) return handle(request, response);
  request.url = url.slice(PREFIX.length);
  files(request, response, () => {
    request.url = url;
    return handle(request, response);
  });
});

// Longer than what stands in front keeps a connection: else a request may meet a connection that is just closed.
server.keepAliveTimeout = 75_000;
server.listen(port, address);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    // What is still being answered gets a moment.
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
