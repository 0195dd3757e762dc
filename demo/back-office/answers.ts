import type { IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import type { Html } from '@/demo/web/html';
import type { Officer } from './officers';
import { notFoundBody, page } from './pages';
import type { Portal } from './portal';
import type { StuckDeliveries } from './stuck';

/* What the routes are given, and what they answer with. */

export interface System {
  pool: Pool;
  portals: ReadonlyMap<string, Portal>;
  /** why the last look at a portal failed, while it does */
  failures: ReadonlyMap<string, string>;
  /** by municipality: what could not be stored */
  stuck: ReadonlyMap<string, StuckDeliveries>;
  /** fetch and send now, rather than in a while */
  wake(): void;
}

export interface Call {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  officer: Officer;
  body(): Promise<Buffer>;
  form(): Promise<FormData>;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export const seeOther = (location: string): Answer => ({ status: 303, headers: { location } });

export const notFound = (call: Call): Answer => pageAnswer('Sidan finns inte', call, notFoundBody, 404);

export const pageAnswer = (title: string, call: Call, body: Html, status = 200): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  },
  body: page(title, call.officer, call.url.pathname + call.url.search, body),
});

export function documentAnswer(
  call: Call,
  document: { name: string; media_type: string; content: Buffer } | null,
): Answer {
  if (!document) return notFound(call);
  return {
    headers: {
      'content-type': document.media_type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      'x-content-type-options': 'nosniff',
    },
    body: document.content,
  };
}
