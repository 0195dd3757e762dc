import { context, propagation, trace } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { traceTo } from '@/lib/platform/start-tracing';
import { spanOf, traced } from '@/lib/platform/trace';
import { createSubmitted, createSystem, type Receiver, startReceiver } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { planDelivery } from './commands/plan-delivery';
import { tellBackOffice } from './commands/tell-back-office';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  await createSystem(tenantId, { services: ['sarskilt-boende'], webhookUrl: receiver.url });
});
afterAll(async () => {
  for (const part of [trace, context, propagation]) part.disable();
  await receiver.close();
});

describe('a delivery', () => {
  it('is one trace, from what caused it through its job to the back office, and an id is all that is passed on', async () => {
    const end = await traceTo({ export: (_, done) => done({ code: 0 }), shutdown: async () => {} }, 'test');
    const application = await createSubmitted(tenantId);
    let traceId = '';
    await traced('api submit', {}, async (span) => {
      traceId = span.spanContext().traceId;
      await planDelivery(job, application);
    });
    const { id } = await read(job, (tx) =>
      tx.delivery.findFirstOrThrow({ where: { tenantId, caseId: application.caseId } }),
    );
    const payload = await asOwner(async (client) => {
      const { rows } = await client.query<{ payload: Record<string, string> }>(
        'select payload from graphile_worker._private_jobs where key = $1',
        [`tell:${id}`],
      );
      return rows[0]?.payload;
    });
    expect(payload).toEqual({ tenantId, deliveryId: id, traceparent: expect.stringContaining(traceId) });
    await traced('job tell-back-office', { within: spanOf(payload) }, () =>
      tellBackOffice(job, id, { signal: new AbortController().signal }),
    );
    expect(receiver.heard[0]?.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
    expect(receiver.heard[0]?.headers.tracestate).toBeUndefined();
    await end();
  });
});
