import 'server-only';
import { z } from 'zod';
import type { NationalId } from '@/lib/kernel/national-id';
import { env } from '@/lib/platform/env';
import { askUpstream } from '@/lib/platform/http-client';
import { log } from '@/lib/platform/log';
import type { PersonName } from './domain/person-seals';

/** What the population register tells that a log-in needs. */
export interface RegisterFacts {
  name: PersonName;
  protectedIdentity: boolean;
}

// The register knows much more (address, family); what isn't needed is not read.
const registerAnswer = z.object({
  givenName: z.string().min(1),
  surname: z.string().min(1),
  protectedIdentity: z.boolean(),
});

/** Asks the population register, or null when it is silent or doesn't know her. The number goes in the body, not in a URL that gets logged. */
export async function askRegister(nationalId: NationalId): Promise<RegisterFacts | null> {
  const { REGISTER_URL, REGISTER_TOKEN } = env();
  const answer = await askUpstream(registerAnswer, `${REGISTER_URL.replace(/\/+$/, '')}/persons/lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${REGISTER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ nationalId }),
    timeoutMs: 3_000,
  });
  if (!answer.ok) {
    log.warn({ error: answer.error, status: answer.status }, 'the population register did not answer');
    return null;
  }
  const { givenName, surname, protectedIdentity } = answer.value;
  return { name: { givenName, surname }, protectedIdentity };
}
