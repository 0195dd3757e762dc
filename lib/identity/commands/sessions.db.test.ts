import { describe, expect, it } from 'vitest';
import type { ResidentActor } from '@/lib/platform/actor';
import { read, write } from '@/lib/platform/db';
import { createResident, createSessionInTx, sessionRules } from '@/lib/testing/builders';
import { auditOf } from '@/lib/testing/cases-world';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { RECENT_LOG_IN, TOUCH_EVERY } from '../domain/session-limits';
import { findSession } from '../queries/find-session';
import { getMyProfile } from '../queries/get-my-profile';
import { listMySessions } from '../queries/list-my-sessions';
import { changeContactWays } from './change-contact-ways';
import { chooseLanguage } from './choose-language';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { touchSession } from './touch-session';

const limitsOf = (tenantId: string) => {
  const { idleMinutes, absoluteHours } = sessionRules(tenantId);
  return { idle: idleMinutes * 60_000, absolute: absoluteHours * 3_600_000 };
};
const { idle: IDLE_LIMIT, absolute: ABSOLUTE_LIMIT } = limitsOf('granvik');

const later = (ms: number) => new Date(Date.now() + ms);

/** One more log-in of the same person. */
const another = (actor: ResidentActor) =>
  write(actor, (tx) => createSessionInTx(tx, actor.tenantId, actor.personId));

const actor = async (tenantId: string, token: string) => {
  const session = await findSession(tenantId, token, new Date());
  if (!session) throw new Error('not in force');
  return session;
};

describe('a session that has ended', () => {
  it('never opens anything again, and a page that was read before cannot bring it back', async () => {
    const astrid = await createResident('granvik');
    const { token } = await another(astrid);
    const before = await actor('granvik', token);
    await endSession(before.actor, before.actor.sessionId);
    expect(await findSession('granvik', token, new Date())).toBeNull();
    expect(await touchSession(before.actor, before, new Date())).toBeNull();
    expect(await findSession('granvik', token, new Date())).toBeNull();
  });

  it('by idleness can’t be touched into life', async () => {
    const astrid = await createResident('granvik');
    const { token } = await another(astrid);
    const session = await actor('granvik', token);
    const tooLate = later(IDLE_LIMIT + 1000);
    expect(await findSession('granvik', token, tooLate)).toBeNull();
    expect(await touchSession(session.actor, session, tooLate)).toBeNull();
  });

  it('by age is over though it was used all the time', async () => {
    const astrid = await createResident('granvik');
    const { token } = await another(astrid);
    let session = await actor('granvik', token);
    for (let at = TOUCH_EVERY; at < ABSOLUTE_LIMIT; at += IDLE_LIMIT - TOUCH_EVERY) {
      expect(await touchSession(session.actor, session, later(at))).not.toBeNull();
      session = { ...session, lastSeenAt: later(at) };
    }
    expect(await findSession('granvik', token, later(ABSOLUTE_LIMIT - 60_000))).not.toBeNull();
    expect(await findSession('granvik', token, later(ABSOLUTE_LIMIT + 1000))).toBeNull();
  });

  it('lives as long as its municipality has decided', async () => {
    const { idle } = limitsOf('ekhamn');
    expect(idle).toBeLessThan(IDLE_LIMIT);
    const lennart = await createResident('ekhamn');
    const { token } = await another(lennart);
    expect(await findSession('ekhamn', token, later(idle + 1000))).toBeNull();
    const session = await actor('ekhamn', token);
    const seenAt = later(TOUCH_EVERY);
    expect(await touchSession(session.actor, session, seenAt)).toEqual(new Date(seenAt.getTime() + idle));
  });

  it('does not exist in another municipality, nor by its hash', async () => {
    const astrid = await createResident('granvik');
    const { token } = await another(astrid);
    expect(await findSession('ekhamn', token, new Date())).toBeNull();
    const hash = await asOwner(async (db) => {
      const { rows } = await db.query("select encode(token_hash, 'base64') as hash from auth_session");
      return rows.map((row) => String(row.hash));
    });
    for (const guess of hash) expect(await findSession('granvik', guess, new Date())).toBeNull();
    expect(await dumpEverything()).not.toContain(token);
  });
});

describe('my log-ins', () => {
  it('are listed with the one in use first, and can be ended one by one or all but this', async () => {
    const astrid = await createResident('granvik');
    const [phone, library] = [await another(astrid), await another(astrid)];
    const list = await listMySessions(astrid);
    expect(list).toHaveLength(3);
    expect(list[0]).toMatchObject({ id: astrid.sessionId, isCurrent: true, device: 'Firefox, Linux' });

    await endSession(astrid, library.id);
    await endSession(astrid, library.id);
    expect(await findSession('granvik', library.token, new Date())).toBeNull();
    expect(await endOtherSessions(astrid)).toBe(1);
    expect(await endOtherSessions(astrid)).toBe(0);
    expect(await findSession('granvik', phone.token, new Date())).toBeNull();
    expect(await listMySessions(astrid)).toMatchObject([{ id: astrid.sessionId }]);

    const entries = await read(astrid, (tx) =>
      tx.auditEntry.findMany({ where: { tenantId: 'granvik', subjectPersonId: astrid.personId } }),
    );
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'identity.end-other-sessions',
      'identity.end-session',
    ]);
  });

  it('are nobody else’s to see or end', async () => {
    const [astrid, oskar] = [await createResident('granvik'), await createResident('granvik')];
    const lennart = await createResident('ekhamn');
    await expect(endSession(oskar, astrid.sessionId)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(endSession(lennart, astrid.sessionId)).rejects.toMatchObject({ code: 'NotFound' });
    // Not found outside, a row inside, which she can see.
    expect(await auditOf('granvik', astrid.sessionId)).toEqual([
      { action: 'identity.end-session', outcome: 'refused', subjectPersonId: astrid.personId },
    ]);
    await endOtherSessions(oskar);
    expect((await listMySessions(oskar)).map(({ id }) => id)).toEqual([oskar.sessionId]);
    expect((await listMySessions(astrid)).map(({ id }) => id)).toEqual([astrid.sessionId]);
  });
});

describe('contact ways', () => {
  it('are sealed, and empty means none', async () => {
    const astrid = await createResident('granvik');
    await changeContactWays(astrid, { email: ' Vera.Prov@Example.test ', phone: '070-174 06 05' });
    expect(await getMyProfile(astrid)).toMatchObject({
      email: null,
      phone: null,
      waiting: [
        { field: 'email', address: 'vera.prov@example.test' },
        { field: 'phone', address: '070-174 06 05' },
      ],
    });
    const dump = await dumpEverything();
    expect(dump).not.toContain('vera.prov');
    expect(dump).not.toContain('174 06 05');
    await changeContactWays(astrid, { email: '', phone: '  ' });
    expect(await getMyProfile(astrid)).toMatchObject({ email: null, phone: null, waiting: [] });
  });

  it('say what is wrong with each', async () => {
    const astrid = await createResident('granvik');
    await expect(changeContactWays(astrid, { email: 'vera@', phone: 'hemma' })).rejects.toMatchObject({
      code: 'Invalid',
      fields: { email: 'settings:errors.email', phone: 'settings:errors.phone' },
    });
  });

  it('are changed only soon after a log-in, and never by a session that has ended', async () => {
    const astrid = await createResident('granvik');
    const typed = { email: 'thief@example.test', phone: '' };
    await expect(
      changeContactWays(astrid, typed, { now: () => later(RECENT_LOG_IN + 1000) }),
    ).rejects.toMatchObject({ code: 'NotNow', reason: 'errors:log-in-not-recent' });
    await endSession(astrid, astrid.sessionId);
    await expect(changeContactWays(astrid, typed)).rejects.toMatchObject({ code: 'NotNow' });
    expect(await getMyProfile(astrid)).toMatchObject({ email: null });
  });
});

it('the language of messages is one of ours', async () => {
  const astrid = await createResident('granvik');
  await chooseLanguage(astrid, 'ar');
  expect(await getMyProfile(astrid)).toMatchObject({ language: 'ar' });
  await expect(chooseLanguage(astrid, 'xx')).rejects.toMatchObject({ code: 'Invalid' });
});
