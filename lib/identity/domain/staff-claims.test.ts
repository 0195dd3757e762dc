import { describe, expect, it } from 'vitest';
import { readStaffClaims } from './staff-claims';
import { staffPath } from './staff-path';

const now = new Date('2026-11-24T09:00:00Z');
const rules = {
  roleClaim: 'roles',
  roles: { admin: ['mina-sidor-administrator'] },
  idleMinutes: 15,
  absoluteMinutes: 60,
  decidedOn: '2026-11-16',
  source: 'test',
};
const claims = {
  iss: 'https://login.granvik.example',
  sub: 'u-1',
  name: ' Helena  Strand ',
  auth_time: now.getTime() / 1000 - 20,
  roles: ['medarbetare', 'mina-sidor-administrator'],
};

describe('what the municipality’s own provider says', () => {
  it('makes an administrator of whoever has the role, alone or among others', () => {
    const admin = {
      ok: true,
      value: { issuer: claims.iss, subject: 'u-1', name: 'Helena Strand', role: 'admin' },
    };
    expect(readStaffClaims(claims, rules, now)).toEqual(admin);
    expect(readStaffClaims({ ...claims, roles: 'mina-sidor-administrator' }, rules, now)).toEqual(admin);
  });

  it.each([
    ['no such claim', { roles: undefined }],
    ['another role', { roles: ['medarbetare'] }],
    ['a longer word', { roles: ['mina-sidor-administrator-test'] }],
    ['something else than words', { roles: [{ admin: true }] }],
  ])('is not enough with %s', (_, differing) => {
    expect(readStaffClaims({ ...claims, ...differing }, rules, now)).toEqual({
      ok: false,
      reason: 'no-role',
    });
  });

  it.each([-301, 120])('is not enough %d seconds away', (seconds) => {
    const auth_time = now.getTime() / 1000 + seconds;
    expect(readStaffClaims({ ...claims, auth_time }, rules, now)).toEqual({ ok: false, reason: 'not-fresh' });
  });

  it.each([{ sub: '' }, { name: '  ' }, { iss: 'x' }, { auth_time: undefined }])(
    'is not understood with %j',
    (odd) => {
      expect(readStaffClaims({ ...claims, ...odd }, rules, now)).toEqual({
        ok: false,
        reason: 'not-understood',
      });
    },
  );
});

describe('the page one comes back to', () => {
  it.each([
    ['/admin/services/sarskilt-boende', '/admin/services/sarskilt-boende'],
    ['/admin/services?done=x', '/admin/services'],
    ['/admin/log-in', '/admin/services'],
    ['/overview', '/admin/services'],
    ['//elsewhere/admin/services', '/admin/services'],
    ['/admin/../overview', '/admin/services'],
    [null, '/admin/services'],
  ])('%s → %s', (wanted, expected) => {
    expect(staffPath(wanted)).toBe(expected);
  });
});
