import 'server-only';
import { z } from 'zod';
import type { Connector } from './connector';
import { getThere, type SignedCall } from './signed-call';

// What a system offers that can be asked how its cases stand: three addresses, described in docs/back-office-api.md.

const caseInList = z.object({
  externalId: z.string(),
  caseId: z.uuid().optional(),
  deliveries: z.array(z.uuid()).optional(),
  messages: z.array(z.string()).optional(),
});
const casePage = z.object({ cases: z.array(caseInList), next: z.string().nullable().default(null) });
const officeMessages = z.object({
  messages: z.array(
    z.object({
      messageId: z.string().min(1).max(200),
      operation: z.string(),
      params: z.record(z.string(), z.string()),
      body: z.unknown(),
    }),
  ),
});

/** The part of a connector that asks such a system. */
export function caseSource(access: {
  address: string;
  secret: string;
}): Required<Pick<Connector, 'listCases' | 'getCase' | 'health'>> {
  const at = (path: string, signal: AbortSignal): SignedCall & { path: string } => ({
    ...access,
    path,
    signal,
  });
  return {
    listCases: (page, signal) =>
      getThere(casePage, at(page === null ? '/cases' : `/cases?page=${encodeURIComponent(page)}`, signal)),
    getCase: async (externalId, signal) => {
      const answer = await getThere(officeMessages, at(`/cases/${encodeURIComponent(externalId)}`, signal));
      return answer.ok ? { ok: true, value: answer.value.messages } : answer;
    },
    health: async (signal) => {
      const answer = await getThere(z.unknown(), at('/health', signal));
      return answer.ok ? { ok: true, state: 'told' } : answer;
    },
  };
}
