import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { officerContext } from '@/lib/cases/domain/case-seals';
import { seal } from '@/lib/platform/crypto';
import { fillCity } from './city-fill';
import { idFor, SERVICE, TENANT } from './city-rows';

/** Those whose lists are measured, of a small city's people: none of them has a case there. */
export const MANY = { person: 1, cases: 400, events: 20_000, eventsInFirst: 5_000, firstCase: 100_001 };
export const FEW = { person: 2, cases: 4, events: 40, eventsInFirst: 10, firstCase: 200_001 };
/** Every tenth of its thousand people. */
export const HUNDREDS = { people: 100, cases: 100, firstCase: 300_001 };
const SMALL_CITY = 1_000;
const FIRST_OTHER = 10_000_000;

interface Measured {
  number: number;
  person: number;
  events: number;
}

/** The cases of those who are measured. */
function* measuredCases(): Generator<Measured> {
  for (const { person, cases, events, eventsInFirst, firstCase } of [MANY, FEW]) {
    const others = events - eventsInFirst;
    for (let n = 0; n < cases; n++) {
      const share = Math.floor(((n + 1) * others) / (cases - 1)) - Math.floor((n * others) / (cases - 1));
      yield { number: firstCase + n, person, events: n === 0 ? eventsInFirst : share };
    }
  }
  for (let n = 0; n < HUNDREDS.people * HUNDREDS.cases; n++) {
    const person = 10 * (1 + Math.floor(n / HUNDREDS.cases));
    yield { number: HUNDREDS.firstCase + n, person, events: 4 };
  }
}

/**
 * Fills an empty, seeded database with a small city whose people can log in, a few of them with many cases, and so many
 * other cases beside them, two for each of other people. Those are made by the database itself: rows of the usual size,
 * whose sealed parts nobody opens. Foreign keys are not checked row by row while filling.
 */
export async function fillCases(owner: string, others: number, say: (line: string) => void): Promise<void> {
  await fillCity(owner, SMALL_CITY, () => {});
  const db = new Client({ connectionString: owner });
  await db.connect();
  const timed = async (what: string, sql: string, values: unknown[] = []) => {
    const began = performance.now();
    const { rowCount } = await db.query(sql, values);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      `${what.padEnd(22)} ${(rowCount ?? 0).toLocaleString('en').padStart(12)} rows ${seconds.padStart(7)} s`,
    );
  };
  try {
    await db.query(
      `set session_replication_role = replica; set synchronous_commit = off;
       create function pg_temp.bench_id(kind int, n bigint) returns uuid language sql immutable as $$
         select (substr(t, 1, 8) || '-' || substr(t, 9) || '-7' || lpad(to_hex(kind), 3, '0') || '-8000-'
                 || lpad(to_hex(n), 12, '0'))::uuid
           from lpad(to_hex(1600000000000 + n * 40), 12, '0') t $$;
       create function pg_temp.bench_phase(n bigint) returns case_phase language sql immutable as $$
         select (array['received_by_us', 'received_by_office', 'being_looked_into', 'being_looked_into',
                       'waiting_for_you', 'decided', 'decided', 'decided', 'closed', 'closed'])[1 + n * 7 % 10]::case_phase $$;
       create temp table chosen (number bigint, person_id uuid, officer bytea, events int)`,
    );
    const measured = [...measuredCases()];
    await timed(
      'cases to be measured',
      `insert into chosen select * from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::int[])`,
      [
        measured.map(({ number }) => number),
        measured.map(({ person }) => idFor('person', person)),
        measured.map(({ number }) => sealedOfficer(idFor('case', number))),
        measured.map(({ events }) => events),
      ],
    );
    await timed(
      'person',
      `insert into person (tenant_id, id, national_id_sealed, national_id_lookup, name_sealed, language, updated_at)
       select '${TENANT}', pg_temp.bench_id(0, n), $1, sha256(('bench ' || n)::bytea), $1, 'sv', now()
         from generate_series($2::bigint, $3::bigint) n`,
      [randomBytes(60), FIRST_OTHER, FIRST_OTHER + Math.ceil(others / 2)],
    );
    await timed(
      'cases',
      `insert into cases (tenant_id, id, person_id, application_id, service_id, number, title, phase, phase_since, system_id,
                          external_id, officer_sealed, version, news, received_at, received_by_office_at, last_event_at, created_at)
       select '${TENANT}', pg_temp.bench_id(3, n), person_id, pg_temp.bench_id(2, n), s.id, 'GRA-C-' || n,
              '{"sv": "Särskilt boende", "en": "Care home"}', pg_temp.bench_phase(n), at + interval '1 day', b.id,
              'C' || n, officer, 3, events, at, at + interval '1 hour', at + interval '30 hours', at
         from (select number as n, person_id, officer, events from chosen
               union all
               select n, pg_temp.bench_id(0, ${FIRST_OTHER} + (n - ${FIRST_OTHER}) / 2), $1::bytea, 2
                 from generate_series($2::bigint, $3::bigint) n) as wanted
              cross join lateral (select timestamptz '2026-05-01 08:00Z' + n % 170 * interval '1 day' + n % 500 * interval '1 minute' as at) as day
              cross join (select id from service where tenant_id = '${TENANT}' and slug = '${SERVICE}') as s
              cross join (select id from back_office_system where tenant_id = '${TENANT}' limit 1) as b`,
      [randomBytes(150), FIRST_OTHER, FIRST_OTHER + others - 1],
    );
    await timed(
      'case_event',
      `insert into case_event (tenant_id, id, case_id, kind, occurred_at)
       select '${TENANT}', gen_random_uuid(), c.id,
              (array['received-by-us', 'looked-into', 'status-told', 'supplement-received'])[least(e, 2 + e % 3)],
              c.received_at + e * interval '1 minute'
         from cases c cross join lateral generate_series(1, c.news) e
        where c.number like 'GRA-C-%'`,
    );
    await timed(
      'decision',
      `insert into decision (tenant_id, id, case_id, external_id, outcome, decided_on, sealed, arrived_at, opened_at, appeal_last_on)
       select '${TENANT}', gen_random_uuid(), id, 'B1', 'granted', received_at::date + 20, $1, last_event_at,
              case when news % 3 > 0 then last_event_at end, case when news % 3 > 0 then received_at::date + 42 end
         from cases where number like 'GRA-C-%' and phase in ('decided', 'closed')`,
      [randomBytes(420)],
    );
    await timed(
      'supplement',
      `insert into supplement (tenant_id, id, case_id, external_id, request_sealed, first_due_on, due_on, status, asked_at)
       select '${TENANT}', gen_random_uuid(), id, 'S1', $1, received_at::date + 200, received_at::date + 200, 'asked', last_event_at
         from cases where number like 'GRA-C-%' and phase = 'waiting_for_you'`,
      [randomBytes(420)],
    );
    say('vacuum and analyze …');
    await db.query('vacuum (analyze)');
  } finally {
    await db.end();
  }
}

const sealedOfficer = (caseId: string): Uint8Array =>
  seal(
    JSON.stringify({
      name: 'Maria Holm',
      unit: 'Biståndsenheten',
      phone: '000-12 34 56',
      at: '2026-06-01T08:00:00.000Z',
    }),
    officerContext(TENANT, caseId),
  );
