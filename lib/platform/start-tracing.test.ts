import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, trace } from '@opentelemetry/api';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  for (const part of [trace, context, propagation]) part.disable();
});

/** A process with this setting, in which one span is made: whether it was one. */
async function traceWith(
  endpoint: string | undefined,
): Promise<{ isMade: boolean; end: () => Promise<void> }> {
  vi.resetModules();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint);
  const { startTracing } = await import('./start-tracing');
  const { traced } = await import('./trace');
  const end = await startTracing('test');
  const isMade = await traced('api a', { kind: 'asked' }, async (span) => span.isRecording());
  return { isMade, end };
}

describe('spans', () => {
  it('are sent where the setting says, by OTLP', async () => {
    const heard: string[] = [];
    const collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        heard.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString('utf8')}`);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    const { isMade, end } = await traceWith(`http://127.0.0.1:${port}`);
    await end();
    collector.close();
    expect(isMade).toBe(true);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^POST \/v1\/traces .*"mina-sidor-test".*"api a"/);
  });

  it('hold up nobody’s end where nothing takes them', async () => {
    const { isMade, end } = await traceWith('http://127.0.0.1:9');
    expect(isMade).toBe(true);
    const began = performance.now();
    await end();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('are not made without the setting', async () => {
    const { isMade, end } = await traceWith(undefined);
    await end();
    expect(isMade).toBe(false);
  });
});
