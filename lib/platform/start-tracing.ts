import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadableSpan, Span, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import { env } from './env';

const LAST_WORDS_MS = 2_000;

/**
 * Has spans made and sent, where the settings say where to; else nothing of it is even loaded. The exporter's and the
 * sampler's other standard variables (OTEL_EXPORTER_OTLP_HEADERS, …) hold too.
 * @returns sends what is left, before the process ends
 */
export async function startTracing(processName: string): Promise<() => Promise<void>> {
  if (!env().OTEL_EXPORTER_OTLP_ENDPOINT) return async () => {};
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return traceTo(new OTLPTraceExporter(), processName);
}

export async function traceTo(exporter: SpanExporter, processName: string): Promise<() => Promise<void>> {
  const { context, propagation, trace } = await import('@opentelemetry/api');
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `mina-sidor-${processName}` }),
    spanProcessors: [withoutQueries, new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  // A collector that is away holds up nobody's end.
  return () => Promise.race([provider.shutdown(), wait(LAST_WORDS_MS, undefined, { ref: false })]);
}

/** Next makes spans of its own, with addresses in full. What stands after ? may be a log-in's code: it goes nowhere. */
const withoutQueries: SpanProcessor = {
  onStart(span: Span) {
    for (const name of ['http.target', 'http.url', 'url.full']) {
      const { [name]: address } = span.attributes;
      if (typeof address === 'string') span.setAttribute(name, address.split(/[?#]/)[0] ?? '');
    }
  },
  onEnd(_: ReadableSpan) {},
  forceFlush: async () => {},
  shutdown: async () => {},
};
