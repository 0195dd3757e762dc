import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findClamd } from '@/scripts/lib/clamd';

/** What our one signature looks for. Harmless words; no scanner in the world but the one started here minds them. */
export const HARMLESS_WORDS = 'MINA-SIDOR-HARMLESS-TEST-SIGNATURE';
export const SIGNATURE = 'MinaSidor.Harmless.Test';

export const hasClamd = findClamd() !== undefined;

export interface TestClamd {
  socket: string;
  stop(): Promise<void>;
}

/** A real clamd with a database of that one signature, ready when this returns: a tenth of a second, no downloads. */
export async function startClamd(): Promise<TestClamd> {
  const program = findClamd();
  if (!program) throw new Error('No clamd: ask hasClamd first');
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  mkdirSync(join(folder, 'db'));
  // Name, any kind of file, anywhere in it, these bytes.
  writeFileSync(
    join(folder, 'db', 'own.ndb'),
    `${SIGNATURE}:0:*:${Buffer.from(HARMLESS_WORDS).toString('hex')}\n`,
  );
  const socket = join(folder, 'clamd.sock');
  const settings = {
    Foreground: 'yes',
    LocalSocket: socket,
    DatabaseDirectory: join(folder, 'db'),
    TemporaryDirectory: folder,
    // As in operating.md: what a file may weigh, and a margin.
    StreamMaxLength: '12M',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const daemon = spawn(program, [`--config-file=${join(folder, 'clamd.conf')}`], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => {
    daemon.once('exit', () => done());
    daemon.once('error', () => done());
  });
  const stop = async () => {
    daemon.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(socket)) return { socket, stop };
    await wait(100);
  }
  await stop();
  throw new Error('clamd did not start within ten seconds');
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((done) => {
    const connection = connect({ path: socket });
    connection.once('connect', () => connection.write('zPING\0'));
    connection.once('data', (data) => {
      connection.destroy();
      done(data.toString().startsWith('PONG'));
    });
    connection.once('error', () => done(false));
    connection.once('close', () => done(false));
  });
