import 'server-only';
import { connect, type NetConnectOpts } from 'node:net';
import { env } from './env';

/** What the scanner says of some bytes: nothing found, or the name of what was. */
export type ScanVerdict = { state: 'clean' } | { state: 'infected'; finding: string };

/** Why there is no verdict. `code` is one of a few words: the daemon's own may quote paths. */
export class ScannerDown extends Error {
  constructor(readonly code: 'unreachable' | 'no-answer' | 'refused' | 'too-big') {
    super(`The scanner gave no verdict: ${code}`);
    this.name = 'ScannerDown';
  }
}

export const isScannerConfigured = (): boolean => env().CLAMD_SOCKET !== undefined;

// clamd looks through ten megabytes in well under a second; an archive made to tire it out takes longer.
const PATIENCE_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
const MOST_ANSWER_BYTES = 4_096;

/**
 * Has ClamAV's daemon look through some bytes, by its INSTREAM command: the bytes go over the socket, so the daemon
 * needs no way to our files, and may run on another machine.
 * @throws ScannerDown when there is no verdict, for whatever reason: then nothing is known of the bytes
 */
export function scanBytes(
  bytes: Uint8Array,
  { socket = env().CLAMD_SOCKET, signal }: { socket?: string | undefined; signal?: AbortSignal } = {},
): Promise<ScanVerdict> {
  if (!socket) throw new ScannerDown('unreachable');
  return new Promise((done, fail) => {
    const connection = connect(addressOf(socket));
    let answer = '';
    let isConnected = false;
    const end = (work: () => void) => {
      signal?.removeEventListener('abort', stop);
      connection.destroy();
      work();
    };
    const stop = () => end(() => fail(new ScannerDown('no-answer')));
    if (signal?.aborted) return stop();
    signal?.addEventListener('abort', stop, { once: true });
    connection.setTimeout(PATIENCE_MS, stop);
    connection.setEncoding('utf8');
    connection.on('connect', () => {
      isConnected = true;
      connection.write(instream(bytes));
    });
    connection.on('data', (text: string) => {
      answer += text;
      if (answer.length > MOST_ANSWER_BYTES) stop();
      else if (answer.includes('\0')) finish();
    });
    // A daemon that has had enough answers and hangs up while we still write: what it said counts.
    connection.on('error', () => finish());
    connection.on('close', () => finish());
    const finish = () =>
      end(() => {
        const verdict = readAnswer(answer);
        if (verdict instanceof ScannerDown) fail(isConnected ? verdict : new ScannerDown('unreachable'));
        else done(verdict);
      });
  });
}

function addressOf(socket: string): NetConnectOpts {
  if (socket.startsWith('/')) return { path: socket };
  const at = socket.lastIndexOf(':');
  return { host: socket.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(socket.slice(at + 1)) };
}

/** "zINSTREAM", then chunks, each after its length in four bytes, then a length of nought (clamd(8)). */
function instream(bytes: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from('zINSTREAM\0')];
  for (let from = 0; from < bytes.byteLength; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES);
    parts.push(length(chunk.byteLength), chunk);
  }
  parts.push(length(0));
  return Buffer.concat(parts);
}

function length(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}

/** "stream: OK", "stream: <name> FOUND"; anything else, an empty answer too, is no verdict. */
export function readAnswer(answer: string): ScanVerdict | ScannerDown {
  const line = answer.replace(/\0.*$/s, '').trim();
  if (line === 'stream: OK') return { state: 'clean' };
  const finding = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (finding) return { state: 'infected', finding: finding.slice(0, 200) };
  if (line === '') return new ScannerDown('no-answer');
  return new ScannerDown(line.includes('size limit exceeded') ? 'too-big' : 'refused');
}
