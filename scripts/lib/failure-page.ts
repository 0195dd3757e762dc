// What a person sees when her page failed. Next answers such a request with a status and a script that draws the page in
// the browser: without JavaScript there is nothing to see. So that answer is held back, the portal asks itself for the
// page that says what happened (app/failed), and sends that instead.
import { randomUUID } from 'node:crypto';
import {
  request as ask,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
// With their endings: the portal's own process runs these files as they are.
import { failureTexts, typedTexts } from '../../components/layout/failure-texts.ts';
import { FAILURE_HEADER, REFERENCE_HEADER } from '../../lib/platform/request-headers.ts';
import { languageOf, plainPage } from './plain-page.ts';

interface Page {
  headers: OutgoingHttpHeaders;
  body: Buffer | string;
}

/** Puts a reference on every request, and a readable page in the place of each page that failed. */
export function withFailurePage(handle: RequestListener, self: () => AddressInfo): RequestListener {
  // Nobody else can ask for the page, or choose a reference.
  const secret = randomUUID();
  return (request, response) => {
    const { headers } = request;
    if (headers[FAILURE_HEADER] === secret) return handle(request, response);
    delete headers[FAILURE_HEADER];
    const reference = randomUUID().slice(0, 8);
    headers[REFERENCE_HEADER] = reference;
    if (wantsPage(request)) {
      const { url = '/', headers } = request;
      const asked = { host: headers.host, [REFERENCE_HEADER]: reference, [FAILURE_HEADER]: secret };
      replaceWhenFailed(response, () => askSelf(self(), url, asked).catch(() => barePage(url, reference)));
    }
    return handle(request, response);
  };
}

/** What the browser shows as a page. Steps within a page and actions have somebody there to tell: app's error pages. */
function wantsPage({ url = '/', headers }: IncomingMessage): boolean {
  const isStep = headers.rsc !== undefined || headers['next-action'] !== undefined;
  return !isStep && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/**
 * Lets every answer pass as it is written, but for one with status 500: it is swallowed and another sent. Others wrap
 * the response too (compression), so what is sent in the end goes past all of them.
 */
function replaceWhenFailed(response: ServerResponse, page: () => Promise<Page>): void {
  const real = ServerResponse.prototype;
  let isFailed = false;
  let isAnswered = false;
  const hasFailed = () => {
    isFailed ||= response.statusCode === 500 && !response.headersSent;
    return isFailed;
  };
  const answer = async () => {
    if (isAnswered) return;
    isAnswered = true;
    const { headers, body } = await page();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    real.writeHead.call(response, 500, { ...headers, 'content-length': Buffer.byteLength(body) });
    real.end.call(response, body, 'utf8');
  };

  response.writeHead = ((status: number, ...more: []) => {
    response.statusCode = status;
    return hasFailed() ? response : real.writeHead.call(response, status, ...more);
  }) as typeof response.writeHead;
  response.flushHeaders = () => {
    if (!hasFailed()) real.flushHeaders.call(response);
  };
  response.write = ((...what: [unknown, BufferEncoding]) => {
    if (!hasFailed()) return real.write.apply(response, what);
    const done: unknown = what.at(-1);
    if (typeof done === 'function') process.nextTick(() => done());
    return true;
  }) as typeof response.write;
  response.end = ((...what: [unknown, BufferEncoding]) => {
    if (!hasFailed()) return real.end.apply(response, what);
    const done: unknown = what.at(-1);
    if (typeof done === 'function') response.once('finish', () => done());
    void answer();
    return response;
  }) as typeof response.end;
}

// Longer than the page's maker waits for a silent database before it goes on with what it knows of the municipality.
const PATIENCE_MS = 8_000;

/** The page as Next makes it, in the municipality's look and the reader's language, with its own nonce and policy. */
function askSelf({ address, port }: AddressInfo, path: string, headers: OutgoingHttpHeaders): Promise<Page> {
  // An address that means "all of this machine's" can't be asked everywhere.
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : address;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return new Promise((resolve, reject) => {
    const asking = ask({
      host,
      port,
      path,
      headers: { ...headers, accept: 'text/html' },
      agent: false,
      signal,
    });
    asking.once('error', reject);
    asking.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`answered ${response.statusCode}`));
        const { connection, date, 'transfer-encoding': _, 'keep-alive': __, ...kept } = response.headers;
        resolve({ headers: { ...kept, 'cache-control': 'no-store' }, body: Buffer.concat(parts) });
      });
    });
    asking.end();
  });
}

/** When not even that page can be made: the words alone. */
export function barePage(path: string, reference: string): Page {
  const lang = languageOf(path);
  const words = failureTexts[lang];
  const code = `${words.reference} <strong dir="ltr">${reference}</strong>`;
  return plainPage(lang, words.title, [words.text, typedTexts[lang], code]);
}
