import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { aNobody, createResident } from '@/lib/testing/builders';
import { withOwnerClient } from '@/lib/testing/owner-client';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { seedTenants } from '@/prisma/seed/tenants';
import { findSession } from '../queries/find-session';
import { findStaffSession } from '../queries/find-staff-session';
import { endStaffSession } from './end-staff-session';
import { logInStaff } from './log-in-staff';
import { touchStaffSession } from './touch-staff-session';

const start = new Date('2026-11-24T09:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const claims = (more: object = {}) => ({
  iss: 'https://login.granvik.example',
  sub: newId(),
  name: 'Helena Strand',
  auth_time: start.getTime() / 1000,
  roles: ['mina-sidor-administrator'],
  ...more,
});

async function logIn(tenantId = 'granvik', said: object = claims(), previousToken?: string) {
  const done = await logInStaff(
    aNobody(tenantId),
    { claims: said, userAgent: 'Firefox/140 (Windows NT 10.0)', previousToken },
    { now: () => start },
  );
  if (!done.ok) throw new Error(done.reason);
  return done.value.token;
}
const audited = (action: string) =>
  read({ tenantId: 'granvik' }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId: 'granvik', action }, orderBy: { at: 'desc' } }),
  );

beforeAll(() => withOwnerClient(seedTenants));

describe('a log-in of staff', () => {
  it('is a session of an administrator, in the log by name, and the same member of staff each time', async () => {
    const said = claims();
    const first = await findStaffSession('granvik', await logIn('granvik', said), start);
    expect(first?.actor).toMatchObject({ kind: 'admin', tenantId: 'granvik', name: 'Helena Strand' });
    const second = await findStaffSession(
      'granvik',
      await logIn('granvik', { ...said, name: 'Helena Berg' }),
      start,
    );
    expect(second?.actor.staffId).toBe(first?.actor.staffId);
    expect(second?.actor.name).toBe('Helena Berg');
    const [row] = await audited('identity.log-in-staff');
    expect(row).toMatchObject({
      actorKind: 'admin',
      actorStaffId: first?.actor.staffId,
      actorLabel: 'Helena Berg',
      outcome: 'allowed',
      subjectPersonId: null,
    });
  });

  it('ends after a quarter of an hour without a sign of life, and after an hour whatever is done', async () => {
    const token = await logIn();
    let session = await findStaffSession('granvik', token, after(14));
    expect(await findStaffSession('granvik', token, after(15))).toBeNull();
    for (let minutes = 14; minutes < 60; minutes += 10) {
      if (!session) throw new Error(`over at ${minutes}`);
      await touchStaffSession(session.actor, session, after(minutes));
      session = await findStaffSession('granvik', token, after(Math.min(minutes + 10, 59)));
    }
    expect(session).not.toBeNull();
    expect(await findStaffSession('granvik', token, after(60))).toBeNull();
  });

  it('that has ended opens nothing, and nothing brings it back', async () => {
    const token = await logIn();
    const session = await findStaffSession('granvik', token, start);
    if (!session) throw new Error('none');
    await endStaffSession(session.actor, { now: () => after(1) });
    await endStaffSession(session.actor, { now: () => after(2) });
    expect(await findStaffSession('granvik', token, after(2))).toBeNull();
    expect(await touchStaffSession(session.actor, session, after(2))).toBeNull();
    const rows = (await audited('identity.log-out-staff')).filter(
      ({ objectId }) => objectId === session.actor.sessionId,
    );
    expect(rows).toHaveLength(1);
  });

  it('ends the one that this browser had', async () => {
    const old = await logIn();
    await logIn('granvik', claims(), old);
    expect(await findStaffSession('granvik', old, start)).toBeNull();
  });

  it('is of one municipality, and of no resident', async () => {
    const token = await logIn();
    expect(await findStaffSession('ekhamn', token, start)).toBeNull();
    expect(await findSession('granvik', token, start)).toBeNull();
  });

  it('without the role is refused, and stands in the log', async () => {
    const refused = await logInStaff(
      aNobody('granvik'),
      { claims: claims({ roles: ['medarbetare'] }), userAgent: '', previousToken: undefined },
      { now: () => start },
    );
    expect(refused).toEqual({ ok: false, reason: 'no-role' });
    const [row] = await audited('identity.log-in-staff');
    expect(row).toMatchObject({ outcome: 'refused', reason: 'staff-no-role', actorKind: 'nobody' });
  });

  it('goes by the municipality’s own names for its roles', async () => {
    await expect(logIn('ekhamn')).rejects.toThrow('no-role');
    await logIn('ekhamn', claims({ groups: ['Tjänsteägare e-tjänster'] }));
  });

  it('is not for somebody who is asked for as a resident', async () => {
    const resident = await createResident('granvik');
    const asResident = logInStaff(resident as never, {
      claims: claims(),
      userAgent: '',
      previousToken: undefined,
    });
    await expect(asResident).rejects.toMatchObject({ code: 'Forbidden' });
  });

  it('leaves neither the name nor the token in the open, but for the audit log’s name', async () => {
    const name = 'Quirina Xylofon';
    const token = await logIn('granvik', claims({ name }));
    const lines = (await dumpEverything())
      .split('\n')
      .filter((line) => !line.startsWith('public.audit_entry'));
    expect(lines.join('\n')).not.toContain(name);
    expect(lines.join('\n')).not.toContain(token);
  });

  it('can’t be given a longer life in the database, or another role', async () => {
    const token = await logIn();
    expect(token).toHaveLength(43);
    await expect(
      asOwner((client) =>
        client.query("update staff_session set idle_expires_at = absolute_expires_at + interval '1 s'"),
      ),
    ).rejects.toThrow(/staff_session_limits/);
    await expect(
      asOwner((client) => client.query("update staff_session set role = 'owner'")),
    ).rejects.toThrow(/staff_session_role/);
  });
});
