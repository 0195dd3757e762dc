import 'server-only';
import { Client, escapeIdentifier } from 'pg';
import { env } from './env';
import { log } from './log';

interface Ears {
  told(payload: string): void;
  /** the line was down for a while: what was told meanwhile nobody heard */
  mayHaveMissed(): void;
}

export interface Listening {
  /** settles when the database is listened to for the first time */
  ready: Promise<void>;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
/** A line that is cut without a word (a failover, a firewall) is only noticed by asking. */
const ASK_EVERY_MS = 10_000;
const PATIENCE_MS = 5_000;

/**
 * Listens to a channel of the database, over one connection of its own for as long as it is wanted. A lost one is made
 * anew, with growing pauses, and whoever listens is told that there was a gap.
 */
export function listen(channel: string, ears: Ears): Listening {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  let isWanted = true;
  let hasListened = false;
  let pause = FIRST_PAUSE_MS;
  let current: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const client = new Client({
      connectionString: env().DATABASE_APP_URL,
      application_name: 'mina-sidor-listens',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    current = client;
    const lose = () => {
      // Told of by several: the error, the end, the question that was not answered.
      if (current !== client) return;
      current = undefined;
      clearInterval(timer);
      client.end().catch(() => {});
      if (!isWanted) return;
      log.warn({ channel, pause }, 'the database is not listened to; trying again');
      timer = setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => ears.told(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${escapeIdentifier(channel)}`);
    } catch {
      return lose();
    }
    if (current !== client) return;
    pause = FIRST_PAUSE_MS;
    timer = setInterval(() => client.query('select 1').catch(lose), ASK_EVERY_MS);
    if (hasListened) ears.mayHaveMissed();
    hasListened = true;
    resolve();
  };
  void connect();

  return {
    ready,
    stop: async () => {
      isWanted = false;
      clearTimeout(timer);
      await current?.end().catch(() => {});
    },
  };
}
