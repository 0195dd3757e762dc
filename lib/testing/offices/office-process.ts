import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Behaviour, StoredDelivery } from './in-the-office';

/** A stand-in of a process of its own, as a test sees it. */
export interface OfficeProcess {
  stored(): Promise<StoredDelivery[]>;
  seen(): Promise<string[]>;
  behave(behaviour: Behaviour): Promise<void>;
  ask<T>(deed: string, value?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a stand-in of this folder, with the settings it needs. */
export async function startOffice(name: string, settings: Record<string, string>): Promise<OfficeProcess> {
  const child = fork(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { NODE_ENV: 'test', ...settings },
  });
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  const { promise: ready, resolve: isReady, reject: diedEarly } = Promise.withResolvers<void>();
  child.on('message', (message: { ready?: true; id?: number; answer?: unknown; error?: string }) => {
    if (message.ready) return isReady();
    const waiting = asked.get(message.id ?? 0);
    asked.delete(message.id ?? 0);
    if (message.error === undefined) waiting?.resolve(message.answer);
    else waiting?.reject(new Error(message.error));
  });
  child.on('exit', (code) => {
    const error = new Error(`The stand-in ${name} ended (${code})`);
    diedEarly(error);
    for (const { reject } of asked.values()) reject(error);
  });
  await ready;
  const ask = <T>(deed: string, value: unknown = null): Promise<T> => {
    count += 1;
    const id = count;
    const answer = new Promise<unknown>((resolve, reject) => asked.set(id, { resolve, reject }));
    child.send({ id, deed, value });
    return answer as Promise<T>;
  };
  return {
    ask,
    stored: () => ask('stored'),
    seen: () => ask('seen'),
    behave: (behaviour) => ask('behave', behaviour),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
