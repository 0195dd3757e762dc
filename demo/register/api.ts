import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { z } from 'zod';
import type { DemoPerson } from '@/demo/people';
import type { Family } from '@/demo/register/family';
import { lookUp, registerFacts } from '@/demo/register/lookup';
import { type Answer, type DemoRequest, json, listen, type Running, routesHandler } from '@/demo/web/http';

export interface RegisterOptions {
  port: number;
  host: string;
  token: string;
  people: readonly DemoPerson[];
  family: Family;
  now(): number;
}

const lookupRequest = z.strictObject({
  nationalId: z.string().regex(/^\d{12}$/),
  facts: z.array(z.enum(registerFacts)).default([]),
});

/** The population register: one question, "who is this?", for who has the token. Family and address only when asked for. */
export async function startRegister(options: RegisterOptions): Promise<Running> {
  const routes = [
    {
      method: 'POST' as const,
      path: '/persons/lookup',
      answer: (request: DemoRequest) => answer(request, options),
    },
  ];
  const server = createServer(routesHandler(routes, () => json({ error: 'Not found' }, 404)));
  return listen(server, options.port, options.host, 'the simulated population register');
}

async function answer(
  request: DemoRequest,
  { token, people, family, now }: RegisterOptions,
): Promise<Answer> {
  if (!isToken(request.headers.authorization, token)) return json({ error: 'Unauthorized' }, 401);
  const parsed = lookupRequest.safeParse(await request.json());
  if (!parsed.success)
    return json({ error: `nationalId (12 digits), facts (of ${registerFacts.join(', ')})` }, 400);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(now());
  const { nationalId, facts } = parsed.data;
  const person = lookUp(nationalId, people, family, today, facts);
  return person ? json(person) : json({ error: 'No such person' }, 404);
}

function isToken(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}
