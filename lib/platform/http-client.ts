import 'server-only';
import type { z } from 'zod';
import { headersOfSpan, traced } from './trace';

export type UpstreamError = 'unreachable' | 'timeout' | 'refused' | 'not-understood';
export type UpstreamAnswer<T> = { ok: true; value: T } | { ok: false; error: UpstreamError; status?: number };

/** Far more than anybody has to say; one that never ends must not fill the memory. */
const MOST_BYTES = 20_000_000;

/**
 * Asks another system and checks its answer by a schema. Never throws for what the other side does, so that one silent
 * source doesn't blank a page. `timeoutMs` covers the whole exchange.
 */
export async function askUpstream<T>(
  schema: z.ZodType<T>,
  url: string,
  { timeoutMs = 5_000, signal, ...init }: RequestInit & { timeoutMs?: number } = {},
): Promise<UpstreamAnswer<T>> {
  try {
    const response = await call(url, { ...init, signal: within(timeoutMs, signal) });
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, error: 'refused', status: response.status };
    }
    const parsed = schema.safeParse(JSON.parse(await readUpTo(response, MOST_BYTES)));
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: 'not-understood' };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError') return { ok: false, error: 'timeout' };
    // No JSON, too long, or no UTF-8.
    if (name === 'SyntaxError' || (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { ok: false, error: 'not-understood' };
    return { ok: false, error: 'unreachable' };
  }
}

export type Told =
  | { ok: true }
  | { ok: false; error: UpstreamError; status?: number; retryAfterSeconds?: number };

/** Tells another system something whose answer is only "heard" or not (a webhook). Never throws for what it does. */
export async function tellUpstream(
  url: string,
  { timeoutMs = 10_000, signal, ...init }: RequestInit & { timeoutMs?: number } = {},
): Promise<Told> {
  try {
    const response = await call(url, { ...init, signal: within(timeoutMs, signal) });
    await response.body?.cancel();
    if (response.ok) return { ok: true };
    const seconds = Number(response.headers.get('retry-after'));
    return {
      ok: false,
      error: 'refused',
      status: response.status,
      ...(seconds > 0 && { retryAfterSeconds: seconds }),
    };
  } catch (error) {
    return { ok: false, error: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

/** As a span: to which host, and what it answered. The address itself may name somebody. */
const call = (url: string, init: RequestInit): Promise<Response> => {
  const attributes = { 'server.address': new URL(url).host, 'http.request.method': init.method ?? 'GET' };
  return traced(`call ${attributes['http.request.method']}`, { kind: 'asks', attributes }, async (span) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...headersOfSpan() };
    const response = await fetch(url, { ...init, headers, redirect: 'error' });
    span.setAttribute('http.response.status_code', response.status);
    return response;
  });
};

async function readUpTo(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new SyntaxError('Too long an answer');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Ends after so long, or when whoever asks gives up. */
const within = (timeoutMs: number, signal: AbortSignal | null | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
