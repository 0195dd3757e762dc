// What the portal refuses before Next has read any of it. Next reads a whole form before it knows whose it is, and a
// form of many fields holds up everybody for seconds: so who may post how much is decided here, by the head alone.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { bareHeaders, languageOf, plainPage } from './plain-page.ts';
import { type Refusal, refusalTexts } from './refusal-texts.ts';

interface Head {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingHttpHeaders;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A log-in, a choice, a page of answers without files; everything that anybody may post. */
const USUAL_BYTES = 64_000;
/** Five files of ten megabytes, as next.config.js has it. */
const FILES_BYTES = 55_000_000;
/** A decision's document, as lib/back-office/contract/limits.ts has it, and a little for what is round it. */
const API_BYTES = 7_600_000;
/** A file with service definitions, as lib/catalogue/domain/definition-file.ts has it, in the form it comes in. */
const DEFINITION_BYTES = 4_200_000;
/** A piece of a file on its way (components/forms/resumable.ts), and a margin. */
const PIECE_BYTES = 300_000;
/** The longest form has a few hundred. */
const MOST_PARTS = 1_000;

/** Why a request goes no further; null for one that does. */
export function refusalOf({ method = '', url = '', headers }: Head): Refusal | null {
  if (!METHODS.includes(method)) return 405;
  const path = decoded(url.split('?')[0] ?? '');
  if (!path?.startsWith('/') || path.includes('\0')) return 400;
  if (!path.startsWith('/api/') && method !== 'GET' && isFromElsewhere(headers)) return 403;
  // Without a length nothing can be said before all of it has come. No browser sends a form so.
  if (headers['transfer-encoding'] !== undefined) return 411;
  return Number(headers['content-length'] ?? 0) > mostBytes(path, headers) ? 413 : null;
}

/** Next refuses such an action too, but as a fault of its own. */
function isFromElsewhere({ origin, host = '' }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}

function mostBytes(path: string, { cookie = '', 'content-type': type = '' }: IncomingHttpHeaders): number {
  if (path.startsWith('/api/back-office/')) return API_BYTES;
  // Not whether the session is in force: that is the page's to ask. It keeps out who has never been here.
  const isLoggedIn = /(^|;\s*)(__Host-)?mina-sidor-session=/.test(cookie);
  if (path.startsWith('/api/uploads/')) return isLoggedIn ? PIECE_BYTES : USUAL_BYTES;
  const isStaff = /(^|;\s*)(__Host-)?mina-sidor-staff=/.test(cookie);
  if (isStaff && /^(\/[a-z]{2})?\/admin\/imports\/[^/]+$/.test(path) && boundaryOf(type))
    return DEFINITION_BYTES;
  const takesFiles = /^(\/[a-z]{2})?\/(applications\/[^/]+|cases\/[^/]+\/supplements)\/[^/]+$/.test(path);
  return isLoggedIn && takesFiles && boundaryOf(type) ? FILES_BYTES : USUAL_BYTES;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Answers with the refusal, in the page's language where a person reads it. */
export function refuse(request: IncomingMessage, response: ServerResponse, status: Refusal): void {
  const { url = '/', headers } = request;
  const lang = languageOf(url);
  const words = refusalTexts[lang][status];
  const isPage = (headers.accept ?? '').includes('text/html') && !url.startsWith('/api/');
  const { headers: about, body } = isPage ? plainPage(lang, words.title, [words.text]) : problem(status);
  // What is still on its way is not read by anybody: it runs out for a while, so that the browser comes to listen.
  request.resume();
  setTimeout(() => request.destroy(), 10_000).unref();
  response.writeHead(status, {
    ...about,
    ...(status === 405 && { allow: METHODS.join(', ') }),
    connection: 'close',
  });
  response.end(body);
}

const problem = (status: Refusal) => ({
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...bareHeaders },
  body: JSON.stringify({ type: 'about:blank', title: refusalTexts.en[status].title, status }),
});

const boundaryOf = (type: string): string | undefined =>
  /^multipart\/form-data;.*\bboundary="?([^";\s]{1,70})/i.exec(type)?.[1];

/**
 * Counts a form's parts as they come, and cuts it off at the first too many. `push` is where Node hands over what it has
 * read, before whoever reads the form sees it.
 */
export function limitParts(request: IncomingMessage, response: ServerResponse, most = MOST_PARTS): void {
  const boundary = boundaryOf(request.headers['content-type'] ?? '');
  if (!boundary) return;
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const hand = request.push;
  let tail = Buffer.alloc(0);
  let parts = 0;
  request.push = (chunk: Buffer | null, ...more) => {
    if (chunk === null) return hand.call(request, chunk, ...more);
    // The rest runs out unseen.
    if (parts > most) return true;
    const text = Buffer.concat([tail, chunk]);
    let from = 0;
    for (let at = text.indexOf(mark); at >= 0 && parts <= most; at = text.indexOf(mark, from)) {
      parts += 1;
      from = at + mark.length;
    }
    tail = text.subarray(Math.max(from, text.length - mark.length + 1));
    if (parts <= most) return hand.call(request, chunk, ...more);
    if (!response.headersSent) refuse(request, response, 413);
    // Whoever reads the form finds it cut short, and has nobody to tell.
    Object.assign(response, {
      setHeader: () => response,
      writeHead: () => response,
      write: () => true,
      end: () => response,
    });
    return true;
  };
}
