import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, trace } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tellUpstream } from './http-client';
import { traceTo } from './start-tracing';
import { headersOfSpan, spanOf, tellingSpan, traced, traceparent } from './trace';

const stop = () => {
  trace.disable();
  context.disable();
  propagation.disable();
};
afterEach(stop);

/** What was sent, when all that was begun has ended. */
async function spansOf(work: () => Promise<unknown>): Promise<ReadableSpan[]> {
  const spans: ReadableSpan[] = [];
  const exporter: SpanExporter = {
    export(batch, done) {
      spans.push(...batch);
      done({ code: 0 });
    },
    shutdown: async () => {},
  };
  const end = await traceTo(exporter, 'test');
  await work();
  await end();
  return spans;
}

describe('where nobody is told of spans', () => {
  it('works are done all the same, and nothing is passed on', async () => {
    stop();
    const seen = await traced('a', {}, () => tellingSpan(async () => [traceparent(), headersOfSpan()]));
    expect(seen).toEqual([{}, {}]);
  });
});

describe('a span', () => {
  it('says nothing of a calendar’s secret address, nor of what stands after ?', async () => {
    const address = 'http://granvik.localhost/api/calendar/hemlig.ics?x=hemlig';
    const [span] = await spansOf(async () =>
      trace
        .getTracer('next')
        .startSpan('GET /api/calendar/hemlig.ics', {
          attributes: {
            'http.target': '/api/calendar/hemlig.ics',
            'http.url': address,
            'next.span_name': 'GET /api/calendar/hemlig.ics',
          },
        })
        .end(),
    );
    expect(span?.name).toBe('GET /api/calendar/[file]');
    expect(span?.attributes).toEqual({
      'http.target': '/api/calendar/[file]',
      'http.url': 'http://granvik.localhost/api/calendar/[file]',
      'next.span_name': 'GET /api/calendar/[file]',
    });
  });

  it('has those within it as its children, also by way of a job', async () => {
    let payload = {};
    const spans = await spansOf(async () => {
      await traced('api a', { kind: 'asked' }, () =>
        traced('inner', {}, async () => {
          payload = { id: '1', ...traceparent() };
        }),
      );
      await traced('job b', { kind: 'job', within: spanOf(payload) }, async () => {});
      await traced('job c', { kind: 'job', within: spanOf({ id: '1' }) }, async () => {});
    });
    const [inner, outer, job, other] = ['inner', 'api a', 'job b', 'job c'].map(
      (name) => spans.find((span) => span.name === name) ?? expect.fail(name),
    );
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
    expect(job?.parentSpanContext?.spanId).toBe(inner?.spanContext().spanId);
    expect(job?.spanContext().traceId).toBe(outer?.spanContext().traceId);
    expect(other?.spanContext().traceId).not.toBe(outer?.spanContext().traceId);
    expect(outer?.resource.attributes['service.name']).toBe('mina-sidor-test');
  });

  it('that fails says what kind of error it was, and not what it says', async () => {
    const spans = await spansOf(() =>
      traced('a', {}, () => Promise.reject(new TypeError('about Astrid'))).catch(() => {}),
    );
    expect(spans[0]).toMatchObject({
      attributes: { 'error.type': 'TypeError' },
      status: { code: 2 },
      events: [],
    });
    expect(JSON.stringify([spans[0]?.attributes, spans[0]?.status])).not.toContain('Astrid');
  });

  it('of somebody else’s making has no query in its address', async () => {
    const spans = await spansOf(async () => {
      const attributes = {
        'http.target': '/api/auth/callback?code=secret',
        'http.url': 'https://a.test/b?c=secret#d',
      };
      trace.getTracer('next.js').startSpan('GET', { attributes }).end();
    });
    expect(spans[0]?.attributes).toEqual({
      'http.target': '/api/auth/callback',
      'http.url': 'https://a.test/b',
    });
  });
});

describe('a call to another system', () => {
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers.traceparent as string | undefined);
    response.writeHead(204).end();
  });
  beforeEach(async () => {
    heard.length = 0;
    if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    server.unref();
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks?for=somebody`;

  it('is a span without its address; only a back office is told which', async () => {
    const spans = await spansOf(async () => {
      await tellUpstream(address(), { method: 'POST' });
      await tellingSpan(() => tellUpstream(address(), { method: 'POST' }));
    });
    expect(heard[0]).toBeUndefined();
    const [, told] = spans;
    const { traceId, spanId } = told?.spanContext() ?? expect.fail();
    expect(heard[1]).toBe(`00-${traceId}-${spanId}-01`);
    expect(told).toMatchObject({ name: 'call POST', attributes: { 'http.response.status_code': 204 } });
    expect(JSON.stringify(told?.attributes)).not.toMatch(/webhooks|somebody/);
  });
});
