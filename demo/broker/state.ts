import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const stateSchema = z.object({
  signingKey: z.looseObject({ kty: z.string(), kid: z.string() }),
  cookieKeys: z.array(z.string()).min(1),
  subjectKey: z.string(),
});
export type BrokerState = z.infer<typeof stateSchema>;

/** The broker's keys, kept from start to start: a portal stores `sub`, so a person's must never change. */
export async function loadBrokerState(file: string): Promise<BrokerState> {
  if (existsSync(file)) return stateSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const state = stateSchema.parse({
    signingKey: { ...privateKey.export({ format: 'jwk' }), kid: 'demo-1', use: 'sig', alg: 'RS256' },
    cookieKeys: [secret()],
    subjectKey: secret(),
  });
  await mkdir(dirname(file), { recursive: true });
  const building = `${file}.${process.pid}`;
  await writeFile(building, JSON.stringify(state), { mode: 0o600 });
  await rename(building, file);
  return state;
}

/** A pseudonym: the same for a person at one client, and nothing that another client could recognise. */
export function subjectOf(state: BrokerState, clientId: string, nationalId: string): string {
  return createHmac('sha256', state.subjectKey).update(`${clientId}\n${nationalId}`).digest('base64url');
}

const secret = () => randomBytes(32).toString('base64url');
