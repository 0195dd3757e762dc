import { describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor, AdminActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import {
  auditOf,
  createReceivedCase,
  createSystemActor,
  job,
  residentOf,
  stateOf,
} from '@/lib/testing/cases-world';
import { asOwner } from '@/lib/testing/test-database';
import { mapStatusCode } from './commands/map-status-code';
import { recordPhase } from './commands/record-phase';
import { getCase } from './queries/get-case';
import { getOverview } from './queries/get-overview';
import { listMyCases } from './queries/list-my-cases';
import { listStatuses } from './queries/list-statuses';

const admin = (tenantId = 'granvik'): AdminActor => ({
  kind: 'admin',
  tenantId,
  staffId: newId(),
  sessionId: newId(),
  name: 'Helena Strand',
});
const ago = (minutes: number) => ({ occurredAt: new Date(Date.now() - minutes * 60_000) });
const outcome = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'ok',
    (error) => (isAppError(error) ? error.code : Promise.reject(error)),
  );

/** A code's row, by the system that told it: each test has a system of its own. */
async function codeOf(systemId: string, code: string) {
  const rows = await read({ tenantId: 'granvik' }, (tx) =>
    tx.caseStatusCode.findMany({ where: { systemId, code } }),
  );
  expect(rows).toHaveLength(1);
  return rows[0] ?? expect.fail();
}
const statusIdOf = async (code: string): Promise<string> =>
  (await listStatuses(admin())).statuses.find((status) => status.code === code)?.id ?? expect.fail();

async function map(systemId: string, code: string, status: string): Promise<void> {
  const { id, statusId: from } = await codeOf(systemId, code);
  await mapStatusCode(admin(), { codeId: id, statusId: await statusIdOf(status), from });
}

describe('a code that nobody has mapped', () => {
  it('shows the phase’s general text, is kept for the administrator, and once mapped is read everywhere', async () => {
    const { caseId, system, resident } = await createReceivedCase();
    const told = { caseId, phase: 'being_looked_into' as const, statusCode: 'HB-1', ...ago(5) };
    expect(await recordPhase(system, told)).toEqual({ phase: 'being_looked_into', statusMapped: false });
    expect((await getCase(resident, caseId, 'sv')).status).toBeNull();
    expect((await getOverview(resident, 'sv')).ongoing[0]?.status).toBeNull();
    const { unmapped } = await listStatuses(admin());
    expect(unmapped.at(-1)).toMatchObject({
      code: 'HB-1',
      systemName: 'Testsystemet',
      statusId: null,
    });

    await map(system.systemId, 'HB-1', 'hembesok-planeras');
    const read = { text: 'We are planning a visit to your home', lang: 'en' };
    const found = await getCase(resident, caseId, 'en');
    expect(found.status).toEqual(read);
    expect((await listMyCases(resident, 'en', { filter: 'all' })).cases[0]?.status).toEqual(read);
    expect((await getOverview(resident, 'en')).ongoing[0]?.status).toEqual(read);
    expect(await recordPhase(system, told)).toEqual({ phase: 'being_looked_into', statusMapped: true });

    // The case goes on, and its office says nothing of how: the phase's own text again.
    await recordPhase(system, { caseId, phase: 'being_carried_out', ...ago(1) });
    expect((await getCase(resident, caseId, 'en')).status).toBeNull();
    expect((await getOverview(resident, 'en')).ongoing[0]?.status).toBeNull();
  });

  it('told in many cases at once is one code', async () => {
    const cases = await Promise.all([1, 2, 3, 4].map(() => createReceivedCase()));
    const system = await createSystemActor('granvik');
    await asOwner((client) =>
      client.query('update cases set system_id = $1 where id = any($2)', [
        system.systemId,
        cases.map(({ caseId }) => caseId),
      ]),
    );
    await Promise.all(
      cases.map(({ caseId }) => recordPhase(system, { caseId, statusCode: 'NY', ...ago(1) })),
    );
    await codeOf(system.systemId, 'NY');
  });
});

describe('a status within the same phase', () => {
  it('is told alone, twice, late and in another order: the last one stands, each is in the timeline once', async () => {
    const theCase = await createReceivedCase();
    const { caseId, system, resident } = theCase;
    await recordPhase(system, { caseId, phase: 'being_looked_into', statusCode: 'A', ...ago(60) });
    const tell = (statusCode: string, when: { occurredAt: Date }) =>
      recordPhase(system, { caseId, statusCode, ...when });
    const [b, c] = [ago(40), ago(20)];
    expect(await tell('C', c)).toEqual({ phase: 'being_looked_into', statusMapped: false });
    await Promise.all([tell('B', b), tell('B', b), tell('C', c)]);
    await tell('A', ago(60));
    const state = await stateOf(theCase);
    expect(state.officeStatusId).toBe((await codeOf(system.systemId, 'C')).id);
    expect(state.officeStatusAt).toEqual(c.occurredAt);
    expect(state.events.filter((kind) => kind === 'status-told')).toHaveLength(3);

    await map(system.systemId, 'B', 'hembesok-planeras');
    const { events } = await getCase(resident, caseId, 'sv');
    const told = events.filter(({ kind }) => kind === 'status-told').map(({ said }) => said?.text ?? null);
    expect(told).toEqual([null, 'Vi planerar ett hembesök hos dig', null]);
  });

  it('told again doesn’t begin anew: it is late by the day it came', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-21T10:00:00Z') });
    try {
      const { caseId, system, resident } = await createReceivedCase();
      await recordPhase(system, { caseId, phase: 'being_carried_out', statusCode: 'BEST', ...ago(0) });
      await map(system.systemId, 'BEST', 'bestallning-skickad');
      vi.setSystemTime(new Date('2027-01-19T10:00:00Z'));
      await recordPhase(system, { caseId, statusCode: 'BEST', ...ago(0) });
      // Fifteen working days from 21 December, past Christmas, New Year and Epiphany.
      expect((await getCase(resident, caseId, 'sv')).outlook.by).toEqual({
        kind: 'status',
        on: '2027-01-18',
        hasPassed: true,
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it('that is not to come after the one before is taken, and said in the log', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
    const { caseId, system, resident } = await createReceivedCase();
    await recordPhase(system, { caseId, phase: 'being_looked_into', statusCode: 'X', ...ago(9) });
    await recordPhase(system, { caseId, statusCode: 'Y', ...ago(8) });
    await map(system.systemId, 'X', 'handlaggare-utsedd');
    await map(system.systemId, 'Y', 'infor-namnd');
    await recordPhase(system, { caseId, statusCode: 'X', ...ago(7) });
    await recordPhase(system, { caseId, statusCode: 'Y', ...ago(6) });
    expect((await getCase(resident, caseId, 'sv')).status?.text).toBe('Nämnden ska besluta i ditt ärende');
    expect(warn.mock.calls.map(([facts]) => facts)).toEqual([
      { tenantId: 'granvik', caseId, from: 'handlaggare-utsedd', to: 'infor-namnd' },
    ]);
    warn.mockRestore();
  });
});

describe('news from a system that the case is not of, or of a case that is not there', () => {
  it('is not found, stands in the log, and keeps no code', async () => {
    const theCase = await createReceivedCase();
    const before = await stateOf(theCase);
    const stranger = await createSystemActor('granvik');
    const nowhere = newId();
    for (const caseId of [theCase.caseId, nowhere]) {
      expect(await outcome(recordPhase(stranger, { caseId, statusCode: 'Z', ...ago(1) }))).toBe('NotFound');
      expect(await auditOf('granvik', caseId)).toContainEqual({
        action: 'cases.record-phase',
        outcome: 'refused',
        subjectPersonId: caseId === nowhere ? null : theCase.personId,
      });
    }
    expect(await stateOf(theCase)).toEqual(before);
    const kept = await read({ tenantId: 'granvik' }, (tx) =>
      tx.caseStatusCode.count({ where: { systemId: stranger.systemId } }),
    );
    expect(kept).toBe(0);
  });
});

describe('mapping', () => {
  it('is written in the log, once; another administrator’s choice is not overwritten unseen', async () => {
    const { caseId, system } = await createReceivedCase();
    await recordPhase(system, { caseId, statusCode: 'M', ...ago(1) });
    const { id: codeId } = await codeOf(system.systemId, 'M');
    const [visit, papers] = [await statusIdOf('hembesok-planeras'), await statusIdOf('intyg-granskas')];
    const choose = (statusId: string, from: string | null) =>
      outcome(mapStatusCode(admin(), { codeId, statusId, from }));
    expect(await Promise.all([choose(visit, null), choose(visit, null)])).toEqual(['ok', 'ok']);
    expect(await choose(papers, null)).toBe('Conflict');
    expect(await choose(papers, visit)).toBe('ok');
    expect((await auditOf('granvik', codeId)).map(({ action }) => action)).toEqual([
      'cases.map-status-code',
      'cases.map-status-code',
    ]);
  });

  it('is to a status that is there and still used', async () => {
    const { caseId, system, resident } = await createReceivedCase();
    await recordPhase(system, { caseId, phase: 'appealed', statusCode: 'D', ...ago(1) });
    const { id: codeId } = await codeOf(system.systemId, 'D');
    const deprecated = await statusIdOf('overlamnat-till-domstol');
    await map(system.systemId, 'D', 'overlamnat-till-domstol');
    await asOwner((client) =>
      client.query('update case_status set deprecated_at = now() where id = $1', [deprecated]),
    );
    try {
      // Cases that have it still speak by it.
      expect((await getCase(resident, caseId, 'sv')).status?.text).toMatch(/^Vi har skickat/);
      for (const statusId of ['', 'x', newId(), deprecated]) {
        const { id } = await codeOfNew(system, caseId, statusId);
        expect(await outcome(mapStatusCode(admin(), { codeId: id, statusId, from: null })), statusId).toBe(
          'Invalid',
        );
      }
      expect(await outcome(mapStatusCode(admin(), { codeId, statusId: '', from: deprecated }))).toBe(
        'Invalid',
      );
    } finally {
      await asOwner((client) =>
        client.query('update case_status set deprecated_at = null where id = $1', [deprecated]),
      );
    }
  });

  async function codeOfNew(system: Parameters<typeof recordPhase>[0], caseId: string, name: string) {
    const statusCode = `N${name}`.slice(0, 40);
    await recordPhase(system, { caseId, statusCode, ...ago(0) });
    return codeOf(system.systemId, statusCode);
  }

  it('rights matrix: an administrator of the municipality, and nobody else', async () => {
    const { caseId, system, personId } = await createReceivedCase();
    await recordPhase(system, { caseId, statusCode: 'R', ...ago(1) });
    const { id: codeId } = await codeOf(system.systemId, 'R');
    const statusId = await statusIdOf('hembesok-planeras');
    const actors: [Actor, string, string][] = [
      [{ kind: 'nobody', tenantId: 'granvik' }, 'Forbidden', 'Forbidden'],
      [residentOf('granvik', personId), 'Forbidden', 'Forbidden'],
      [system, 'Forbidden', 'Forbidden'],
      [job('granvik'), 'Forbidden', 'Forbidden'],
      [admin('ekhamn'), 'ok', 'NotFound'],
      [admin('granvik'), 'ok', 'ok'],
    ];
    for (const [actor, toList, toMap] of actors) {
      const listed = outcome(Promise.resolve().then(() => listStatuses(actor)));
      expect([actor.kind, await listed]).toEqual([actor.kind, toList]);
      const mapped = await outcome(mapStatusCode(actor, { codeId, statusId, from: null }));
      expect([actor.kind, actor.tenantId, mapped]).toEqual([actor.kind, actor.tenantId, toMap]);
    }
    const elsewhere = await listStatuses(admin('ekhamn'));
    expect([...elsewhere.unmapped, ...elsewhere.mapped].map(({ id }) => id)).not.toContain(codeId);
  });
});
