import type { Pool } from 'pg';
import { z } from 'zod';
import type { Answer, Call, System } from './answers';
import type { Portal } from './portal';
import { isGenuine } from './webhook';

/*
 * What a portal may ask this system: how its cases stand, so that the two can be compared. Ids, and what has been told by
 * the API, under the names that the API's document has for it.
 */

const PER_PAGE = 100;

const contractSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string().optional() }))),
});
type Contract = z.infer<typeof contractSchema>;

export async function tellOfCases(system: System, call: Call, parts: string[]): Promise<Answer> {
  const [municipality = '', path = ''] = parts;
  const portal = system.portals.get(municipality);
  if (!portal) return { status: 404, body: 'No such municipality' };
  const asked = call.url.pathname + call.url.search;
  if (!isGenuine(portal.access.credentials.webhookSecret, call.headers, asked, new Date())) {
    return { status: 401, body: 'Not genuine' };
  }
  if (path === '/health') return json({ status: 'ok' });
  if (path === '/cases') return json(await listCases(system.pool, municipality, call.url.searchParams));
  const number = /^\/cases\/([^/]+)$/.exec(path)?.[1];
  if (!number) return { status: 404, body: 'No such thing' };
  return json({
    messages: await toldOf(system.pool, portal, municipality, decodeURIComponent(number)),
  });
}

const json = (content: unknown): Answer => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

async function listCases(pool: Pool, municipality: string, query: URLSearchParams): Promise<object> {
  const after = Number(query.get('page') ?? 0) || 0;
  const { rows } = await pool.query<{ id: number; number: string; portal_case_id: string }>(
    `select id, number, portal_case_id from case_file
      where municipality = $1 and id > $2 and number <> '' order by id limit $3`,
    [municipality, after, PER_PAGE],
  );
  const ids = rows.map(({ id }) => id);
  const { rows: deliveries } = await pool.query<{ id: string; case_id: number }>(
    'select id, case_id from delivery where case_id = any($1)',
    [ids],
  );
  const { rows: told } = await pool.query<{ id: string; case_id: number }>(
    `select id, case_id from outbox where case_id = any($1) and state = 'sent'`,
    [ids],
  );
  return {
    cases: rows.map(({ id, number, portal_case_id }) => ({
      externalId: number,
      caseId: portal_case_id,
      deliveries: deliveries.filter(({ case_id }) => case_id === id).map((one) => one.id),
      messages: told.filter(({ case_id }) => case_id === id).map((one) => messageId(one.id)),
    })),
    next: rows.length === PER_PAGE ? String(ids.at(-1)) : null,
  };
}

/** The key that it is sent with, too. */
export const messageId = (outboxId: string): string => `outbox-${outboxId}`;

async function toldOf(pool: Pool, portal: Portal, municipality: string, number: string): Promise<object[]> {
  const { rows } = await pool.query<{ id: string; method: string; path: string; body: unknown }>(
    `select outbox.id, method, path, outbox.body from outbox join case_file on case_file.id = outbox.case_id
      where case_file.municipality = $1 and number = $2 and state = 'sent' order by outbox.id`,
    [municipality, number],
  );
  const contract = contractSchema.parse(rows.length > 0 ? await portal.getContract() : { paths: {} });
  return rows.flatMap(({ id, method, path, body }) => {
    const named = operationOf(contract, method, path);
    return named ? { messageId: messageId(id), ...named, body } : [];
  });
}

/** What the portal's document calls a call, and what stands in its address. */
export function operationOf(
  { paths }: Contract,
  method: string,
  path: string,
): { operation: string; params: Record<string, string> } | null {
  const given = path.split('/');
  for (const [template, methods] of Object.entries(paths)) {
    const operation = methods[method.toLowerCase()]?.operationId;
    const wanted = template.split('/');
    if (!operation || wanted.length !== given.length) continue;
    const params: Record<string, string> = {};
    const isThis = wanted.every((part, at) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name) params[name] = decodeURIComponent(given[at] ?? '');
      return name !== undefined || part === given[at];
    });
    if (isThis) return { operation, params };
  }
  return null;
}
