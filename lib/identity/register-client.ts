import 'server-only';
import { z } from 'zod';
import type { NationalId } from '@/lib/kernel/national-id';
import { env } from '@/lib/platform/env';
import { askUpstream } from '@/lib/platform/http-client';
import { log } from '@/lib/platform/log';
import { civilStatuses } from './domain/own-facts';
import type { PersonName } from './domain/person-seals';

/** What the population register tells that a log-in needs. */
export interface RegisterFacts {
  name: PersonName;
  protectedIdentity: boolean;
}

/** What the register can be asked for beside the name. What isn't needed is not asked for, and not read. */
export type RegisterFact = 'address' | 'civil-status' | 'spouse' | 'children-in-care';

const named = { givenName: z.string().min(1), surname: z.string().min(1) };
const relative = z.object({ ...named, nationalId: z.string().regex(/^\d{12}$/) });

const registerAnswer = z.object({
  ...named,
  protectedIdentity: z.boolean(),
  address: z.object({ street: z.string(), postalCode: z.string(), city: z.string() }).nullish(),
  civilStatus: z.enum(civilStatuses).nullish(),
  spouse: relative.nullish(),
  childrenInCare: z.array(relative.extend({ custodians: z.array(relative) })).optional(),
});
export type RegisterAnswer = z.infer<typeof registerAnswer>;

/** For a log-in: who she is, and no more. Null when the register is silent or doesn't know her. */
export async function askRegister(nationalId: NationalId): Promise<RegisterFacts | null> {
  const answer = await askRegisterFor(nationalId, []);
  if (!answer) return null;
  const { givenName, surname, protectedIdentity } = answer;
  return { name: { givenName, surname }, protectedIdentity };
}

/** Asks for just these facts. Null when the register is silent or doesn't know her. The number goes in the body, not in a URL that gets logged. */
export async function askRegisterFor(
  nationalId: NationalId,
  facts: readonly RegisterFact[],
): Promise<RegisterAnswer | null> {
  const { REGISTER_URL, REGISTER_TOKEN } = env();
  const answer = await askUpstream(registerAnswer, `${REGISTER_URL.replace(/\/+$/, '')}/persons/lookup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${REGISTER_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ nationalId, facts }),
    timeoutMs: 3_000,
  });
  if (!answer.ok) {
    log.warn({ error: answer.error, status: answer.status }, 'the population register did not answer');
    return null;
  }
  return answer.value;
}
