// The floor that the overview is measured against: node:http and pg, the same statements in the same transactions, the
// rows written out as plain HTML. No framework, no components, no policy.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { openApplicationsStatement } from '@/lib/applications/queries/list-open-applications';
import { overviewStatement } from '@/lib/cases/queries/get-overview';
import { sessionStatement } from '@/lib/identity/queries/find-session';
import type { Prisma } from '@/lib/platform/db';

const TENANT = 'granvik';
const pool = new Pool({ connectionString: process.env.DATABASE_APP_URL, max: 10 });

// Prepared once per connection, as the portal does.
const names = [sessionStatement, overviewStatement, openApplicationsStatement].map(
  (make) => make(TENANT, '').text,
);

async function scoped(statement: Prisma.Sql): Promise<Record<string, unknown> | undefined> {
  const client = await pool.connect();
  try {
    await client.query(`begin read only; select set_config('app.tenant_id', '${TENANT}', true)`);
    const { text, values } = statement;
    const { rows } = await client.query({ name: String(names.indexOf(text)), text, values });
    await client.query('commit');
    return rows[0];
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  const token = /mina-sidor-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const session = token && (await scoped(sessionStatement(TENANT, token)));
  const personId = String(session ? session.personId : '');
  const overview =
    session &&
    (await Promise.all(
      [overviewStatement, openApplicationsStatement].map((make) => scoped(make(TENANT, personId))),
    ));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Overview</title><pre>${JSON.stringify(overview ?? null)}</pre>`);
});
server.listen(Number(process.argv[2]), '127.0.0.1');
