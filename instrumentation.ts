import type { Instrumentation } from 'next';
import { REFERENCE_HEADER } from '@/lib/platform/request-headers';

/** Runs once when the server starts: wrong settings stop it here, not at the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { developing, env } = await import('@/lib/platform/env');
  env();
  const { startTracing } = await import('@/lib/platform/start-tracing');
  await startTracing('portal');
  if (developing()) return;
  const { quietConsole } = await import('@/lib/platform/quiet-console');
  quietConsole();
}

// A fault that is met in several places (page and frame ask for the same) is told of at each: it is logged once a request.
const logged = new WeakMap<object, unknown>();

/**
 * What nobody caught, in the log as everything else: Next's own printing (off, in scripts/portal.ts) would quote the
 * error's message, and a database's message may quote a row. `reference` is on the page the server made, `digest` on
 * the one that the browser makes.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/platform/log');
  const reference = headers[REFERENCE_HEADER];
  if (typeof error === 'object' && error !== null) {
    if (reference && logged.get(error) === reference) return;
    logged.set(error, reference);
  }
  const digest = (error as { digest?: string } | null)?.digest;
  const { routePath: route, routeType: kind } = context;
  log.error({ err: error, reference, digest, route, kind }, 'request failed');
};
