// The stand-in back office of bench -- delivery: hears of deliveries, or gets them whole, and says when.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from './children';

export interface HeardDelivery {
  caseId: string;
  kind: string;
  /** of a message: which one of its case it is; an application is 0 */
  number: number;
  /** milliseconds, by the machine's clock */
  at: number;
}

let heard: HeardDelivery[] = [];

interface Delivery {
  kind: string;
  case: { id: string };
  message?: { text: string };
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const at = Date.now();
  const json = (value: object) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  const path = request.url ?? '';
  if (path.endsWith('/health') || path.includes('/files/')) return json({});
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (path.includes('/deliveries/')) {
    const {
      kind,
      case: { id: caseId },
      message,
    } = body as Delivery;
    heard.push({ caseId, kind, number: Number(message?.text.split(' ').at(-1) ?? 0), at });
    return json({ externalId: `A-${caseId.slice(-12, -6)}-${caseId.slice(-6)}` });
  }
  const { caseId, kind } = body.data as { caseId: string; kind: string };
  heard.push({ caseId, kind, number: 0, at });
  response.writeHead(204).end();
});

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

answerParent({
  address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  count: () => heard.length,
  heard: () => {
    const all = heard;
    heard = [];
    return all;
  },
});
