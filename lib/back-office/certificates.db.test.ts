import type { AddressInfo, Server } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authority, issue } from '@/demo/certificates/authority';
import { newId } from '@/lib/kernel/ids';
import type { AdminActor, JobActor } from '@/lib/platform/actor';
import { certificateEnd } from '@/lib/platform/certificate-end';
import { createSystem } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { lookAtCertificates } from './commands/look-at-certificates';
import { type Certificate, getSystem } from './queries/get-system';
import { listSystems } from './queries/list-systems';

const tenantId = 'granvik';
const job: JobActor = { kind: 'job', tenantId, job: 'test' };
const admin: AdminActor = { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena' };
const DAY = 86_400_000;

/** A server's certificate that ends then: they are made for ten years of 365 days. */
const certificateUntil = (end: number) => {
  const now = end - 10 * 365 * DAY;
  const { pem: cert, keyPem: key } = issue(authority('Any authority', now), 'A system', 'server', now);
  return { cert, key };
};
// A certificate knows whole seconds.
const inDays = (days: number) => Math.floor((Date.now() + days * DAY) / 1000) * 1000;

const servers: Server[] = [];
const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

let soon: number;
let calls = 0;
let system: ReturnType<typeof createServer>;
let address: string;
let silent: string;
let closing: string;
beforeAll(async () => {
  soon = inDays(20);
  system = createServer(certificateUntil(soon));
  system.on('connection', () => {
    calls += 1;
  });
  address = `https://127.0.0.1:${await listen(system)}/webhooks`;
  silent = `https://127.0.0.1:${await listen(createPlainServer(() => {}))}/`;
  closing = `https://127.0.0.1:${await listen(createPlainServer((socket) => socket.end('HTTP/1.1 400\r\n\r\n')))}/`;
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe('the end of a certificate', () => {
  it('is read where it is shown, also when nobody trusts it or it has ended', async () => {
    const ended = inDays(-3);
    const port = await listen(createServer(certificateUntil(ended)));
    expect(await certificateEnd(address)).toEqual(new Date(soon));
    expect(await certificateEnd(`https://127.0.0.1:${port}/`)).toEqual(new Date(ended));
    expect(await certificateEnd(`https://localhost:${port}/`)).toEqual(new Date(ended));
  });

  it('is unknown where none is shown in time', async () => {
    expect(await certificateEnd(silent, { timeoutMs: 50 })).toBeNull();
    expect(await certificateEnd(closing)).toBeNull();
    expect(await certificateEnd('https://127.0.0.1:9/')).toBeNull();
  });
});

describe('certificates of systems', () => {
  beforeEach(async () => {
    await asOwner((client) => client.query('update back_office_system set active = false'));
    calls = 0;
  });
  const look = () => lookAtCertificates(job);
  const certificateOf = async (id: string) => (await getSystem(admin, id)).certificate;
  /** as it stands in the list of systems, where it is warned of */
  const listedEnd = async (id: string) =>
    (await listSystems(admin)).find((one) => one.id === id)?.certificateEndsAt;
  const set = (id: string, change: string) =>
    asOwner((client) => client.query(`update back_office_system set ${change} where id = $1`, [id]));

  it('are looked at once a day, and what was read stands while they can’t be', async () => {
    const { id } = await createSystem(tenantId, { webhookUrl: address });
    expect(await certificateOf(id)).toEqual({ isPlain: false, endsAt: null, askedAt: null, isUnread: false });
    await look();
    const read = await certificateOf(id);
    expect(read).toEqual({
      isPlain: false,
      endsAt: new Date(soon),
      askedAt: expect.any(Date),
      isUnread: false,
    });
    await look();
    expect(calls).toBe(1);
    expect(await listedEnd(id)).toEqual(new Date(soon));
    const aDayAgo =
      "certificate_asked_at = now() - interval '25 hours', certificate_read_at = now() - interval '25 hours'";
    const later = inDays(400);
    system.setSecureContext(certificateUntil(later));
    await set(id, aDayAgo);
    await look();
    expect(calls).toBe(2);
    expect(await certificateOf(id)).toMatchObject({ endsAt: new Date(later), isUnread: false });
    await set(id, `${aDayAgo}, webhook_url = '${closing}'`);
    await look();
    expect(await certificateOf(id)).toMatchObject({ endsAt: new Date(later), isUnread: true });
  });

  it('are not looked for where there are none, nor where nobody calls', async () => {
    const ids = [];
    for (const options of [
      { webhookUrl: 'http://127.0.0.1:9/' },
      {},
      { webhookUrl: address, connector: 'file-drop' as const, connectorSettings: { folder: 'x' } },
      { webhookUrl: address, active: false },
    ])
      ids.push((await createSystem(tenantId, options)).id);
    await look();
    expect(calls).toBe(0);
    await asOwner((client) => client.query('update back_office_system set certificate_ends_at = now()'));
    for (const id of ids.slice(0, 3)) expect(await listedEnd(id)).toBeNull();
    await asOwner((client) => client.query('update back_office_system set certificate_ends_at = null'));
    const found: (Certificate | null)[] = [];
    for (const id of ids) found.push(await certificateOf(id));
    expect(found).toEqual([
      { isPlain: true },
      null,
      null,
      { isPlain: false, endsAt: null, askedAt: null, isUnread: false },
    ]);
  });
});
