import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { isAppError } from '@/lib/platform/errors';
import { type CareAction, may, requireResidentMay, requireSystemMay, visibleCare } from './access';

const tenantId = 'granvik';
const personId = newId();
const system = (scopes: string[]): Actor => ({
  kind: 'system',
  tenantId,
  systemId: newId(),
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
  'system with all but one': system(['cases.read', 'cases.write', 'messages.read', 'files.read']),
  'system that gives care': system(['care.write']),
};
const expected: Record<CareAction, string[]> = {
  'read-own': ['resident'],
  deliver: ['system that gives care'],
};
const refusedWith = (fn: () => void): string => {
  try {
    fn();
    return 'allowed';
  } catch (error) {
    return isAppError(error) ? error.code : 'unexpected';
  }
};

describe('rights matrix: kinds of actor × care', () => {
  it.each(Object.keys(expected) as CareAction[])('%s', (action) => {
    const allowed = Object.entries(actors).filter(([, actor]) => may(actor, action));
    expect(allowed.map(([name]) => name)).toEqual(expected[action]);
  });

  it('shows each her own, and nobody else anything: a system that wrote it reads nothing back', () => {
    for (const [name, actor] of Object.entries(actors))
      expect(visibleCare(actor), name).toEqual(
        name === 'resident' ? { tenantId, personId } : { tenantId, personId: { in: [] } },
      );
  });

  it('says to a system what it lacks, and to others that there is no such thing', () => {
    for (const [name, actor] of Object.entries(actors)) {
      const isSystem = actor.kind === 'system';
      if (!may(actor, 'deliver'))
        expect(
          refusedWith(() => requireSystemMay(actor, 'deliver')),
          name,
        ).toBe(isSystem ? 'Forbidden' : 'NotFound');
      if (!may(actor, 'read-own'))
        expect(
          refusedWith(() => requireResidentMay(actor, 'read-own')),
          name,
        ).toBe('NotFound');
    }
  });
});
