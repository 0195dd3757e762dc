import { describe, expect, it } from 'vitest';
import { createSystem } from '@/lib/testing/back-office-world';
import { asOwner } from '@/lib/testing/test-database';
import { handlers } from './handlers';

const going = new AbortController().signal;

describe('what is over', () => {
  it('is forgotten in every municipality, and nothing else is', async () => {
    for (const tenantId of ['granvik', 'ekhamn']) {
      const system = await createSystem(tenantId);
      await asOwner(async (client) => {
        await client.query(
          `insert into back_office_token (token_hash, tenant_id, system_id, expires_at) values
             (sha256(random()::text::bytea), $1, $2, now() - interval '1 minute'),
             (sha256(random()::text::bytea), $1, $2, now() + interval '1 minute')`,
          [tenantId, system.id],
        );
        await client.query(
          `insert into inbox_message (tenant_id, id, system_id, message_id, operation, params, thing, request_hash, state,
               reason, body_sealed, tried_at, received_at, ended_at)
             select $1, gen_random_uuid(), $2, name, 'test', '{}', name, '', state::inbox_state, 'not-found', body, at, at, ended
               from (values ('old', 'done', null, now() - interval '91 days', now() - interval '91 days'),
                            ('new', 'done', null, now() - interval '89 days', now() - interval '89 days'),
                            ('parked', 'parked', ''::bytea, now() - interval '400 days', null)) as m(name, state, body, at, ended)`,
          [tenantId, system.id],
        );
        await client.query(
          `insert into bank_id_order (tenant_id, id, kind, flow, browser_hash, secrets_sealed, address_lookup, return_to, started_at,
               first_started_at, collect_after, created_at)
             select $1, gen_random_uuid(), 'auth', 'qr', '', '', '', '/overview', at, at, at, at
               from unnest(array[now() - interval '25 hours', now() - interval '23 hours']) as at`,
          [tenantId],
        );
      });
    }
    await handlers['forget-old-rows']?.({}, going);
    const { rows } = await asOwner((client) =>
      client.query(
        `select (select count(*) from back_office_token)::int as tokens, (select count(*) from bank_id_order)::int as orders,
           (select array_agg(distinct message_id order by message_id) from inbox_message) as messages`,
      ),
    );
    expect(rows[0]).toEqual({ tokens: 2, orders: 2, messages: ['new', 'parked'] });
  });
});
