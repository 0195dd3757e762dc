import { findSession } from '@/lib/identity/queries/find-session';
import { peekSession, sessionToken } from '@/lib/identity/session';
import { newsStream } from '@/lib/live/news-stream';
import { now } from '@/lib/platform/clock';
import { problem, runRoute } from '@/lib/platform/route';

export const dynamic = 'force-dynamic';

/** Tells an open page, as it happens, that there is something new for whoever is logged in: server-sent events. */
export function GET(request: Request): Promise<Response> {
  return runRoute('live', async () => {
    // A look, not a visit: neither this nor what follows keeps the log-in alive.
    const [session, token] = await Promise.all([peekSession(), sessionToken()]);
    if (!session || !token) return problem(401, 'Not logged in');
    const { actor, idleExpiresAt } = session;
    const stream = newsStream({
      actor,
      mark: request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since'),
      endsAt: idleExpiresAt,
      isLoggedIn: async () => (await findSession(actor.tenantId, token, now())) !== null,
    });
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // nginx collects an answer otherwise. What else it needs is said in proxy.ts.
        'x-accel-buffering': 'no',
      },
    });
  });
}

/** Without this Next would answer with the head of a GET, and leave a line open that nobody reads. */
export const HEAD = (): Response => problem(405, 'Method not allowed', { headers: { allow: 'GET' } });
