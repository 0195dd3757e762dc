import { createHash, timingSafeEqual } from 'node:crypto';
import { measureSystems } from '@/lib/back-office/queries/measure-systems';
import { env } from '@/lib/platform/env';
import { callTimes } from '@/lib/platform/metrics/call-times';
import { merged, metricsText } from '@/lib/platform/metrics/metric';
import { workerMetrics } from '@/lib/platform/metrics/worker-metrics';
import { problem, runRoute } from '@/lib/platform/route';
import { listTenants } from '@/lib/tenants/queries/list-tenants';

export const dynamic = 'force-dynamic';

/** For Prometheus, which shows the token that the settings name. Where they name none there is nothing here. */
export function GET(request: Request): Promise<Response> {
  return runRoute('metrics', async () => {
    const token = env().METRICS_TOKEN;
    if (!token) return problem(404, 'No such resource');
    if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${token}`))
      return problem(401, 'Unauthorized', { headers: { 'www-authenticate': 'Bearer realm="metrics"' } });
    const metrics = [callTimes(), ...(await workerMetrics())];
    for (const { id: tenantId } of await listTenants())
      metrics.push(...(await measureSystems({ kind: 'job', tenantId, job: 'metrics' })));
    return new Response(metricsText(merged(metrics)), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
}

/** In the same time, however much of it is right. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(hash(given), hash(wanted));
const hash = (text: string) => createHash('sha256').update(text).digest();
