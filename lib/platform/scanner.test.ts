import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { scanPause } from './scan-file';
import { readAnswer, scanBytes } from './scanner';

let server: Server | undefined;
afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

/** Something on a port that takes a connection and does with it what a test wants. */
async function daemon(meet: (connection: Socket) => void): Promise<string> {
  server = createServer((connection) => {
    connection.on('error', () => undefined);
    meet(connection);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const bytes = Buffer.alloc(200_000, 'x');

describe('a verdict', () => {
  it('sends the bytes in pieces, each after its length, and ends with nought', async () => {
    const heard: Buffer[] = [];
    const socket = await daemon((connection) => {
      connection.on('data', (data: Buffer) => {
        heard.push(data);
        if (Buffer.concat(heard).subarray(-4).equals(Buffer.alloc(4))) connection.end('stream: OK\0');
      });
    });
    expect(await scanBytes(bytes, { socket })).toEqual({ state: 'clean' });
    const sent = Buffer.concat(heard);
    expect(sent.subarray(0, 10).toString()).toBe('zINSTREAM\0');
    let at = 10;
    let total = 0;
    for (let length = sent.readUInt32BE(at); length > 0; length = sent.readUInt32BE(at)) {
      total += length;
      at += 4 + length;
    }
    expect([total, at + 4]).toEqual([bytes.length, sent.length]);
  });

  it.each([
    ['stream: OK\0', { state: 'clean' }],
    ['stream: Win.Test FOUND\0', { state: 'infected', finding: 'Win.Test' }],
  ])('%j is one', (answer, verdict) => {
    expect(readAnswer(answer)).toEqual(verdict);
  });

  // Whatever isn't a clear "OK" must never let a file through.
  it.each([
    ['', 'no-answer'],
    ['INSTREAM size limit exceeded. ERROR\0', 'too-big'],
    ['UNKNOWN COMMAND\0', 'refused'],
    ['stream: OK and more\0', 'refused'],
    ['other: OK\0', 'refused'],
  ])('%j is none', (answer, code) => {
    expect(readAnswer(answer)).toMatchObject({ code });
  });
});

describe('no verdict', () => {
  it('where nobody answers at the address', async () => {
    await expect(scanBytes(bytes, { socket: '127.0.0.1:9' })).rejects.toMatchObject({ code: 'unreachable' });
    await expect(scanBytes(bytes, { socket: '/no/such/socket' })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('where the daemon hangs up in the middle', async () => {
    const socket = await daemon((connection) => connection.once('data', () => connection.destroy()));
    await expect(scanBytes(bytes, { socket })).rejects.toMatchObject({ code: 'no-answer' });
  });

  it('where the worker stops while it waits', async () => {
    const stopping = new AbortController();
    const socket = await daemon((connection) => connection.once('data', () => stopping.abort()));
    await expect(scanBytes(bytes, { socket, signal: stopping.signal })).rejects.toMatchObject({
      code: 'no-answer',
    });
  });
});

it('pauses grow, and end at ten minutes', () => {
  expect([1, 2, 3, 7, 8, 100].map(scanPause)).toEqual([5_000, 10_000, 20_000, 320_000, 600_000, 600_000]);
});
