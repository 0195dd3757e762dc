import type { Answer, Call } from './http-office.ts';
import { office, ownId } from './in-the-office.ts';

/** What it has told, or would tell, of each of its cases: set by the test. */
const tells = new Map<string, { messageId: string }[]>();
/** Cases that it has forgotten, as one does that was restored from a copy. */
let forgotten = new Set<string>();

/** The three addresses of a system that can be asked how its cases stand (docs/back-office-api.md). One case a page. */
export function answerAboutCases({ path, query }: Call): Answer | null {
  if (path === '/health') return { json: { status: 'ok' } };
  if (path === '/cases') {
    const ids = [...new Set(office.stored.map(({ content }) => ownId(content)))].filter(
      (id) => !forgotten.has(id),
    );
    const page = Number(query.get('page') ?? 0);
    const [externalId] = ids.slice(page, page + 1);
    const its = office.stored.filter(({ content }) => ownId(content) === externalId);
    const cases = externalId
      ? [
          {
            externalId,
            caseId: its[0]?.content.case?.id,
            deliveries: its.map(({ deliveryId }) => deliveryId),
            messages: (tells.get(externalId) ?? []).map(({ messageId }) => messageId),
          },
        ]
      : [];
    return { json: { cases, next: page + 1 < ids.length ? String(page + 1) : null } };
  }
  const one = /^\/cases\/([^/]+)$/.exec(path)?.[1];
  return one ? { json: { messages: tells.get(decodeURIComponent(one)) ?? [] } } : null;
}

export const caseDeeds = {
  tellsOfCase: ({ externalId, messages }: { externalId: string; messages: { messageId: string }[] }) => {
    tells.set(externalId, messages);
  },
  forget: (externalIds: string[]) => {
    forgotten = new Set(externalIds);
    office.stored = office.stored.filter(({ content }) => !forgotten.has(ownId(content)));
  },
};
