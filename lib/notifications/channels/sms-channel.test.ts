import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantView } from '@/lib/tenants/api';
import { tenants } from '@/prisma/seed/tenants';
import { AddressRefused, type Message } from './channel';
import { sendSms } from './sms-channel';

interface Asked {
  authorization: string | undefined;
  body: Record<string, string>;
}

let gateway: Server;
let answer = 202;
const asked: Asked[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      asked.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      response.writeHead(answer).end('{}');
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  // Read once, at the first message: here that is after this.
  process.env.SMS_GATEWAY_URL = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`;
  process.env.SMS_GATEWAY_TOKEN = 'the-token-of-the-gateway';
});
afterAll(() => new Promise((resolve) => gateway.close(resolve)));
beforeEach(() => {
  asked.length = 0;
  answer = 202;
});

const message = (more: Partial<Message> = {}): Message => ({
  deliveryId: 'a0000000-0000-4000-8000-000000000001',
  to: '070-174 06 05',
  tenant: tenants.find(({ id }) => id === 'granvik') as unknown as TenantView,
  language: 'sv',
  isSeveral: false,
  link: 'https://minasidor.granvik.example/notices/1',
  settings: 'https://minasidor.granvik.example/settings/notices',
  ttlSeconds: 3600,
  ...more,
});

const send = (more: Partial<Message> = {}) => sendSms(message(more));

describe('a text message', () => {
  it('is handed to the gateway as its contract says, with nothing of what has happened in it', async () => {
    await send();
    expect(asked).toEqual([
      {
        authorization: 'Bearer the-token-of-the-gateway',
        body: {
          reference: message().deliveryId,
          to: '+46701740605',
          from: 'Granvik',
          text: 'Det finns något nytt på Mina sidor hos Granviks kommun. Logga in: https://minasidor.granvik.example/notices/1',
        },
      },
    ]);
  });

  it('is short in every language, also of several things', async () => {
    for (const language of ['sv', 'en', 'fi', 'ar'] as const) await send({ language, isSeveral: true });
    expect(asked).toHaveLength(4);
    for (const { body } of asked) {
      expect(body.text).toContain(message().link);
      // Two messages' worth at the most, of letters outside the telephone's own alphabet.
      expect(body.text?.length).toBeLessThan(67 * 3);
    }
    expect(new Set(asked.map(({ body }) => body.text)).size).toBe(4);
  });

  it('to a number that can’t be sent to is refused for good, also before the gateway is asked', async () => {
    answer = 422;
    await expect(send()).rejects.toThrow(AddressRefused);
    await expect(send({ to: '12' })).rejects.toMatchObject({ code: 'sms-bad-number' });
    expect(asked).toHaveLength(1);
  });

  it.each([400, 401, 429, 500, 503])('that the gateway answers with %s is tried again', async (status) => {
    answer = status;
    const error = await send().catch((thrown) => thrown);
    expect(error).not.toBeInstanceOf(AddressRefused);
    expect(error).toMatchObject({ code: `sms-${status}` });
  });
});
