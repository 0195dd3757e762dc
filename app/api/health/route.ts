import { getHealth } from '@/lib/platform/health';

export const dynamic = 'force-dynamic';

/** For load balancers and monitoring. 503 only when nobody can be served: without a worker, pages still work. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  return Response.json(health, {
    status: health.status === 'down' ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}
