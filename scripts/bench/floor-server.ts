// The floor that the overview is measured against: node:http and the same statements in the same transactions, the rows
// written out as plain HTML. No framework, no components, no policy.
import { createServer } from 'node:http';
import { openApplicationsStatement } from '@/lib/applications/queries/list-open-applications';
import { overviewStatement } from '@/lib/cases/queries/overview-statement';
import { sessionStatement } from '@/lib/identity/queries/find-session';
import { readRows } from '@/lib/platform/db';

const TENANT = 'granvik';
const scope = { tenantId: TENANT };

const server = createServer(async (request, response) => {
  const token = /mina-sidor-session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const [session] = token ? await readRows<{ personId: string }>(scope, sessionStatement(TENANT, token)) : [];
  const overview =
    session &&
    (await Promise.all(
      [overviewStatement, openApplicationsStatement].map((make) =>
        readRows(scope, make(TENANT, session.personId)),
      ),
    ));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>Overview</title><pre>${JSON.stringify(overview ?? null)}</pre>`);
});
server.listen(Number(process.argv[2]), '127.0.0.1');
