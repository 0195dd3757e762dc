import { type NoticeCounts, unscopedNoticeCounts } from '@/lib/notifications/queries/unscoped-notice-counts';
import { getHealth } from '@/lib/platform/health';

export const dynamic = 'force-dynamic';

/** For load balancers and monitoring. 503 only when nobody can be served: without a worker, pages still work. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  const isDown = health.status === 'down';
  return Response.json(
    { ...health, notices: isDown ? null : await countsInTime() },
    { status: isDown ? 503 : 200, headers: { 'cache-control': 'no-store' } },
  );
}

/** Numbers are a kindness: whoever asks whether we live is not kept waiting for them. */
const countsInTime = (): Promise<NoticeCounts | null> =>
  Promise.race([
    unscopedNoticeCounts().catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, 2_000, null).unref()),
  ]);
