import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { readings } from '@/app/api/back-office/v1/[...path]/operations';
import { API_PATH, answerCall } from '@/lib/back-office/answer-call';
import { passed } from './api-calls';

/** The back-office API over HTTP, for stand-ins of a process of their own; what proxy.ts would find out is given. */
export async function startApi(tenantId: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (req, res) => {
    const { authorization, 'content-type': type, 'idempotency-key': key } = req.headers;
    const answer = await answerCall(
      new Request(`http://${tenantId}.localhost${req.url}`, {
        method: req.method ?? 'GET',
        headers: {
          ...passed(tenantId),
          ...(authorization && { authorization }),
          ...(type && { 'content-type': type }),
          ...(typeof key === 'string' && { 'idempotency-key': key }),
        },
        ...(req.method !== 'GET' && { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' }),
      } as RequestInit),
      readings,
    );
    res.writeHead(answer.status, Object.fromEntries(answer.headers));
    res.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${API_PATH}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
