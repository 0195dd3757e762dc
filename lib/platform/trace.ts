import 'server-only';
import {
  type Attributes,
  type Context,
  context,
  createContextKey,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

// The OpenTelemetry API alone: without start-tracing.ts it does nothing, and costs as much.

const kinds = {
  here: SpanKind.INTERNAL,
  asked: SpanKind.SERVER,
  asks: SpanKind.CLIENT,
  job: SpanKind.CONSUMER,
};

/**
 * Does a work as a span. Names and attributes are codes, ids and host names: never an address with its query, nor what
 * an error says, which may quote a row.
 */
export function traced<T>(
  name: string,
  {
    kind = 'here',
    attributes = {},
    within,
  }: { kind?: keyof typeof kinds; attributes?: Attributes; within?: Context },
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const options = { kind: kinds[kind], attributes };
  const tracer = trace.getTracer('mina-sidor');
  return tracer.startActiveSpan(name, options, within ?? context.active(), async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Which span this is part of, as a header or in a job (W3C Trace Context): an id, or nothing where none is made. */
export function traceparent(): { traceparent?: string } {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ? { traceparent: carrier.traceparent } : {};
}

/** The span that a job was left by. */
export const spanOf = (payload: unknown): Context =>
  propagation.extract(context.active(), typeof payload === 'object' && payload !== null ? payload : {});

const TOLD = createContextKey('mina-sidor told');

/** In the work those who are called are told which span it is. Others are not: it is none of a mail server's business. */
export const tellingSpan = <T>(work: () => Promise<T>): Promise<T> =>
  context.with(context.active().setValue(TOLD, true), work);

export const headersOfSpan = (): { traceparent?: string } =>
  context.active().getValue(TOLD) === true ? traceparent() : {};
