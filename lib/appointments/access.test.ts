import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import {
  type AppointmentsAction,
  bookingsOfFeed,
  may,
  mayBookType,
  readableInvitations,
  visibleBookings,
  visibleFeeds,
  visibleInvitations,
} from './access';

const tenantId = 'granvik';
const personId = newId();
const systemId = newId();
const system = (scopes: string[]): Actor => ({
  kind: 'system',
  tenantId,
  systemId,
  clientId: 'x',
  name: 'Testsystemet',
  scopes,
  services: [],
});
const actors: Record<string, Actor> = {
  nobody: { kind: 'nobody', tenantId },
  resident: { kind: 'resident', tenantId, personId, sessionId: newId() },
  admin: { kind: 'admin', tenantId, staffId: newId(), sessionId: newId(), name: 'Helena Strand' },
  job: { kind: 'job', tenantId, job: 'test' },
  'system without scopes': system([]),
};
const allowed: Record<AppointmentsAction, string> = {
  'read-feed': 'nobody',
  'read-own': 'resident',
  book: 'resident',
  'keep-feed': 'resident',
  keep: 'admin',
  'read-figures': 'admin',
  remind: 'job',
  'end-holds': 'job',
  'offer-earlier': 'job',
  'reckon-periods': 'job',
  'move-closed': 'job',
  'give-to-receiver': 'job',
  'forget-kept-content': 'job',
  'publish-times': 'appointments.write',
  invite: 'appointments.write',
  'record-outcome': 'appointments.write',
  'read-booking': 'appointments.read',
};

describe('rights: who may do what with appointments', () => {
  it.each(Object.entries(allowed))('%s: %s', (name, who) => {
    const action = name as AppointmentsAction;
    const those = Object.entries(actors).filter(([, actor]) => may(actor, action));
    expect(those.map(([one]) => one)).toEqual(who in actors ? [who] : []);
    for (const scope of ['appointments.read', 'appointments.write', 'cases.read'])
      expect(may(system([scope]), action), scope).toBe(scope === who);
  });

  it('sees bookings: she her own, a system those of its meetings, its cases and what it was given, the others none', () => {
    expect(visibleBookings(actors.resident as Actor)).toEqual({ tenantId, personId });
    expect(visibleBookings(system([]))).toEqual({
      tenantId,
      OR: [{ meeting: { systemId } }, { case: { systemId } }, { receiverSystemId: systemId }],
    });
    expect(visibleInvitations(actors.resident as Actor)).toEqual({ tenantId, personId, isWithdrawn: false });
    expect(visibleInvitations(system([]))).toEqual({ tenantId, systemId });
    for (const name of ['nobody', 'admin', 'job']) {
      expect(visibleBookings(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
      expect(visibleInvitations(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
    }
  });

  it.each([
    ['open', { isInvited: false, hasCase: false }, true],
    ['service', { isInvited: false, hasCase: false }, false],
    ['service', { isInvited: false, hasCase: true }, true],
    ['service', { isInvited: true, hasCase: false }, true],
    ['invitation', { isInvited: false, hasCase: true }, false],
    ['invitation', { isInvited: true, hasCase: false }, true],
  ] as const)('books: one for %s, who %o: %s', (audience, who, mayBook) => {
    expect(mayBookType({ audience }, who)).toBe(mayBook);
  });

  it('reads what has become of invitations: she of her own, the others of none', () => {
    expect(readableInvitations(actors.resident as Actor)).toEqual({
      tenantId,
      personId,
      askedAt: { not: null },
    });
    for (const name of ['nobody', 'admin', 'job', 'system without scopes'])
      expect(readableInvitations(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
  });

  it('sees calendar addresses: she her own that lead there still, the others none', () => {
    expect(visibleFeeds(actors.resident as Actor)).toEqual({ tenantId, personId, endedAt: null });
    for (const name of ['nobody', 'admin', 'job', 'system without scopes'])
      expect(visibleFeeds(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
    expect(bookingsOfFeed({ tenantId, personId })).toEqual({ tenantId, personId });
  });
});
