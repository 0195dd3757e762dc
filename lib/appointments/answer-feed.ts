import 'server-only';
import { rateLimiter } from '@/lib/kernel/rate-limit';
import { addressIn } from '@/lib/platform/client-address';
import { now } from '@/lib/platform/clock';
import { sha256 } from '@/lib/platform/crypto';
import { notFound } from '@/lib/platform/errors';
import { problem, runRoute } from '@/lib/platform/route';
import { readCalendarFeed } from './commands/read-calendar-feed';
import { tokenIn } from './domain/feed';

// Calendars look about once an hour. Many people's come from one address where a company reads them for all of them, so
// it is wide; nobody guesses 256 bits anyway.
const LIMIT = { calls: 600, windowSeconds: 60 };
const countRead = rateLimiter(LIMIT);

/** GET /api/calendar/<token>.ics. Its address is the secret: it stands in no log, on no page, and in no referrer. */
export function answerFeed(request: Request, tenantId: string, file: string): Promise<Response> {
  return runRoute('calendar-feed', async () => {
    const verdict = countRead(`${tenantId}:${addressIn(request.headers)}`, now());
    if (!verdict.isAllowed)
      return problem(429, 'Too many calls', { headers: { 'retry-after': String(verdict.resetSeconds) } });
    const token = tokenIn(file);
    if (!token) throw notFound();
    const { text, changedAt } = await readCalendarFeed({ kind: 'nobody', tenantId }, token);
    const etag = `"${Buffer.from(sha256(text)).toString('base64url')}"`;
    const headers = {
      etag,
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-cache',
      // When a time was changed last: whoever asks "changed since" is given all, since texts change too.
      ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
    };
    if (isSame(request.headers.get('if-none-match'), etag))
      return new Response(null, { status: 304, headers });
    return new Response(text, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="calendar.ics"',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  });
}

/** RFC 9110 §13.1.2: any of those that it has; a proxy on the way may have called it weak. */
const isSame = (asked: string | null, etag: string): boolean =>
  (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
