import { createServer, IncomingMessage, request, type Server, ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { limitParts, refusalOf, refuse } from './front-door';

const form = { 'content-type': 'multipart/form-data; boundary=b' };
const inside = { cookie: 'a=b; mina-sidor-session=x' };
const post = (url: string, headers: Record<string, string>) => refusalOf({ method: 'POST', url, headers });
const sized = (url: string, bytes: number, headers: Record<string, string> = {}) =>
  post(url, { ...form, 'content-length': String(bytes), ...headers });

describe('the door', () => {
  it('lets the usual through', () => {
    for (const url of ['/', '/en/services?x=%zz', '/fil%C3%B6r', '/api/health']) {
      expect(refusalOf({ method: 'GET', url, headers: {} }), url).toBeNull();
    }
    expect(sized('/log-in', 64_000)).toBeNull();
  });

  it('takes more where files are put, from who has been logged in, and as a form', () => {
    for (const place of ['/applications/a/b', '/en/applications/a/b', '/ar/cases/a/supplements/b']) {
      expect(sized(place, 55_000_000, inside), place).toBeNull();
      expect(sized(place, 55_000_000, { cookie: '__Host-mina-sidor-session=x' }), place).toBeNull();
      expect(sized(place, 55_000_001, inside), place).toBe(413);
      expect(sized(place, 64_001), place).toBe(413);
      expect(sized(place, 64_001, { ...inside, 'content-type': 'text/plain' }), place).toBe(413);
    }
    for (const place of ['/log-in', '/settings', '/applications/a', '/x/applications/a/b', '/api/bankid/a']) {
      expect(sized(place, 64_001, inside), place).toBe(413);
    }
    expect(sized('/api/back-office/v1/x', 7_500_000)).toBeNull();
    expect(sized('/api/back-office/v1/x', 7_600_001)).toBe(413);
  });

  it('takes a file with definitions from who has been logged in as staff, where it is handed in', () => {
    const staff = { cookie: 'mina-sidor-staff=x' };
    for (const place of ['/admin/imports/new', '/en/admin/imports/a-b']) {
      expect(sized(place, 4_200_000, staff), place).toBeNull();
      expect(sized(place, 4_200_001, staff), place).toBe(413);
      expect(sized(place, 64_001, inside), place).toBe(413);
    }
    expect(sized('/admin/services', 64_001, staff)).toBe(413);
    expect(sized('/applications/a/b', 64_001, staff)).toBe(413);
  });

  it('refuses what has no length, no readable address, or a strange method', () => {
    expect(post('/log-in', { 'transfer-encoding': 'chunked' })).toBe(411);
    for (const url of ['/cases/%zz', '/cases/%00', 'http://evil.example/', '*']) {
      expect(refusalOf({ method: 'GET', url, headers: {} }), url).toBe(400);
    }
    expect(refusalOf({ method: 'TRACE', url: '/', headers: {} })).toBe(405);
  });

  it('lets a piece of a file through for those who are logged in, and no whole file', () => {
    const piece = (bytes: number, cookie = '') =>
      refusalOf({
        method: 'PATCH',
        url: '/api/uploads/6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
        headers: {
          cookie,
          'content-length': String(bytes),
          'content-type': 'application/offset+octet-stream',
        },
      });
    expect(piece(256 * 1024, 'mina-sidor-session=x')).toBeNull();
    expect(piece(256 * 1024)).toBe(413);
    expect(piece(1_000_000, 'mina-sidor-session=x')).toBe(413);
  });

  it('refuses what another site has had posted', () => {
    const host = 'granvik.localhost:3000';
    expect(post('/log-in', { host, origin: `http://${host}` })).toBeNull();
    expect(post('/log-in', { host })).toBeNull();
    for (const origin of ['https://evil.example', 'null', 'http://granvik.localhost', 'x']) {
      expect(post('/log-in', { host, origin }), origin).toBe(403);
    }
  });
});

describe('over the line', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function portal(most: number) {
    let read = 0;
    const one: Server = createServer((asked, response) => {
      const refusal = refusalOf(asked);
      if (refusal) return refuse(asked, response, refusal);
      limitParts(asked, response, most);
      asked.on('error', () => undefined);
      asked.on('data', (chunk: Buffer) => {
        read += chunk.length;
      });
      asked.on('end', () => response.end('read'));
    });
    server = one;
    await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
    const { port } = one.address() as AddressInfo;
    const ask = (path: string, pieces: (Buffer | string)[], headers: Record<string, string> = {}) =>
      new Promise<{ status: number; body: string; type: string }>((resolve, reject) => {
        const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
        const all = { ...form, 'content-length': String(length), ...headers };
        const asking = request({ host: '127.0.0.1', port, path, method: 'POST', headers: all }, (answer) => {
          let body = '';
          answer.on('data', (part) => {
            body += part;
          });
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body, type: answer.headers['content-type'] ?? '' }),
          );
        });
        asking.once('error', reject);
        // A piece at a time, so that a boundary comes in two.
        const send = () => {
          const piece = pieces.shift();
          if (piece === undefined) return asking.end();
          asking.write(piece, () => setImmediate(send));
        };
        send();
      });
    return { ask, read: () => read };
  }
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n';

  it('counts the parts of a form wherever it is cut', async () => {
    const { ask } = await portal(3);
    const bytes = `${part}${part}--b--`.split('');
    expect(await ask('/log-in', bytes)).toMatchObject({ status: 200, body: 'read' });
  });

  it('counts parts that come a byte at a time, and gives nothing on once they are too many', () => {
    const asked = new IncomingMessage(new Socket());
    asked.headers = { ...form };
    const response = new ServerResponse(asked);
    limitParts(asked, response, 3);
    let given = '';
    for (const byte of Buffer.from(`${part.repeat(4)}rest`)) asked.push(Buffer.of(byte));
    expect(response.statusCode).toBe(413);
    for (let chunk = asked.read(); chunk !== null; chunk = asked.read()) given += chunk;
    expect(given.length).toBeLessThan(part.length * 3 + 3);
    expect(given).not.toContain('rest');
  });

  it('cuts off a form of too many parts, unread', async () => {
    const { ask, read } = await portal(3);
    const many = Array.from({ length: 4 }, () => part);
    const headers = { accept: 'text/html' };
    expect(await ask('/ar/log-in', [many.join('')], headers)).toMatchObject({ status: 413 });
    expect(read()).toBe(0);
  });

  it('says in the page’s language that it is too large, and to a program that there is a problem', async () => {
    const { ask } = await portal(3);
    const big = Buffer.alloc(300_000, 'x');
    const page = await ask('/en/log-in', [big], { accept: 'text/html' });
    expect(page.status).toBe(413);
    expect(page.body).toContain('<html lang="en" dir="ltr">');
    expect(page.body).toContain('What you sent is too large');
    const machine = await ask('/api/bankid/x', [big], {});
    expect(machine.type).toBe('application/problem+json');
    expect(JSON.parse(machine.body)).toMatchObject({ status: 413 });
  });
});
