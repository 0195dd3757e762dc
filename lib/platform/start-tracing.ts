import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadableSpan, Span, SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace';
import { env } from './env';

const LAST_WORDS_MS = 2_000;
/** Attributes that are addresses in full. */
const ADDRESSES: ReadonlySet<string> = new Set(['http.target', 'http.url', 'url.full']);

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
    spanProcessors: [withoutSecrets, new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  // A collector that is away holds up nobody's end.
  return () => Promise.race([provider.shutdown(), wait(LAST_WORDS_MS, undefined, { ref: false })]);
}

/** What stands there is the secret of a calendar's address. */
const withoutSecret = (text: string) => text.replace(/(\/api\/calendar\/)[^/?#\s]+/g, '$1[file]');

/**
 * Next makes spans of its own, with addresses in full. What stands after ? may be a log-in's code, and a calendar's path is
 * a secret that lasts: they go nowhere.
 */
const withoutSecrets: SpanProcessor = {
  onStart(span: Span) {
    for (const [name, value] of Object.entries(span.attributes)) {
      if (typeof value !== 'string') continue;
      const address = ADDRESSES.has(name) ? (value.split(/[?#]/)[0] ?? '') : value;
      span.setAttribute(name, withoutSecret(address));
    }
    span.updateName(withoutSecret(span.name));
  },
  onEnd(_: ReadableSpan) {},
  forceFlush: async () => {},
  shutdown: async () => {},
};
