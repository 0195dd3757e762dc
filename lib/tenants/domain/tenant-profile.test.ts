import { describe, expect, it } from 'vitest';
import { tenants } from '@/prisma/seed/tenants';
import { tenantProfileSchema } from './tenant-profile';

const profile = tenants[0]?.profile;
const withSessions = (change: object) =>
  tenantProfileSchema.safeParse({ ...profile, sessions: { ...profile?.sessions, ...change } }).success;

describe('how long a log-in may last', () => {
  it('is each municipality’s own, with its source', () => {
    expect(tenants.map((tenant) => tenant.profile.sessions.idleMinutes)).toEqual([30, 20]);
    expect(withSessions({})).toBe(true);
    expect(withSessions({ source: '' })).toBe(false);
    expect(withSessions({ decidedOn: 'i höstas' })).toBe(false);
  });

  it.each([
    ['a warning that comes too late to be acted on', { warningSeconds: 19 }],
    ['a warning that stands there from the start', { idleMinutes: 5, warningSeconds: 151 }],
    ['a log-in without end', { absoluteHours: 13 }],
    ['a log-in that never grows old unused', { idleMinutes: 61 }],
    ['a log-in too short for a form', { idleMinutes: 4 }],
    ['parts of a minute', { idleMinutes: 12.5 }],
  ])('is never %s', (_, change) => {
    expect(withSessions(change)).toBe(false);
  });

  it('may be as short and as long as the bounds say', () => {
    expect(withSessions({ idleMinutes: 5, absoluteHours: 1, warningSeconds: 20 })).toBe(true);
    expect(withSessions({ idleMinutes: 60, absoluteHours: 12, warningSeconds: 600 })).toBe(true);
  });
});
