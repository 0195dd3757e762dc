import { expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { createCase } from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { getAccessLog } from './queries/get-access-log';

const clock = (at: Date) =>
  at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });

it('tells once of what is read again the same day, and cuts pages between entries, never through one', async () => {
  const { resident, tenantId, personId, caseId } = await createCase();
  const other = newId();
  // Two days either side of Swedish midnight, which is 23 in UTC; each read thrice by one officer, then by another.
  await asOwner((client) =>
    client.query(
      `insert into audit_entry (tenant_id, id, at, actor_kind, actor_label, action, outcome, subject_person_id, object_type, object_id)
       select $1, gen_random_uuid(), timestamptz '2026-03-02 21:00Z' + n * interval '40 minutes', 'system', label, action,
              'allowed', $2::uuid, 'case', object::uuid
         from generate_series(1, 6) n,
              (values ('Maria', 'cases.get-case-for-system', $3), ('Per', 'cases.get-case-for-system', $3),
                      ('Maria', 'cases.get-case-for-system', $4), ('Maria', 'cases.record-phase', $3)) as row(label, action, object)`,
      [tenantId, personId, caseId, other],
    ),
  );
  const { entries, pages } = await getAccessLog(resident, 'sv', 1);
  expect(pages).toBe(1);
  const told = entries.map(({ who, deed, times, firstAt, at, about }) =>
    [who.kind === 'system' && who.name, deed.kind, about !== null, times, clock(firstAt), clock(at)].join(
      ' ',
    ),
  );
  expect(told.filter((one) => one.includes('wrote'))).toHaveLength(6);
  expect(told.filter((one) => one.includes('read')).toSorted()).toEqual([
    'Maria read false 2 22:40 23:20',
    'Maria read false 4 00:00 02:00',
    'Maria read true 2 22:40 23:20',
    'Maria read true 4 00:00 02:00',
    'Per read true 2 22:40 23:20',
    'Per read true 4 00:00 02:00',
  ]);
  // A reading of each of thirty days, thrice a day: as many entries as days, each once, on two pages.
  await asOwner((client) =>
    client.query(
      `insert into audit_entry (tenant_id, id, at, actor_kind, actor_label, action, outcome, subject_person_id, object_type, object_id)
       select $1, gen_random_uuid(), timestamptz '2026-05-01 08:00Z' + day * interval '1 day' + n * interval '1 hour', 'system',
              'Maria', 'cases.get-case-for-system', 'allowed', $2::uuid, 'case', $3::uuid
         from generate_series(1, 30) day, generate_series(1, 3) n`,
      [tenantId, personId, caseId],
    ),
  );
  const first = await getAccessLog(resident, 'sv', 1);
  const last = await getAccessLog(resident, 'sv', 99);
  expect([first.page, first.pages, last.page, last.pages]).toEqual([1, 2, 2, 2]);
  const all = [...first.entries, ...last.entries];
  expect(all).toHaveLength(42);
  expect(new Set(all.map(({ id }) => id)).size).toBe(42);
  expect(all.reduce((sum, { times }) => sum + times, 0)).toBe(24 + 90);
});
