import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import {
  may,
  mayLookAfterInbox,
  mayLookAfterSystems,
  requireMayLookAfterInbox,
  requireMayLookAfterSystems,
  visibleDeliveries,
} from './access';
import { type Scope, scopes } from './domain/scopes';

const system = (granted: readonly string[]): Extract<Actor, { kind: 'system' }> => ({
  kind: 'system',
  tenantId: 'granvik',
  systemId: 'x',
  clientId: 'c',
  name: 'n',
  scopes: granted,
  services: [],
});
const actors: Actor[] = [
  { kind: 'nobody', tenantId: 'granvik' },
  { kind: 'resident', tenantId: 'granvik', personId: 'p', sessionId: 's' },
  system(Object.keys(scopes)),
  { kind: 'job', tenantId: 'granvik', job: 'seed' },
  { kind: 'admin', tenantId: 'granvik', staffId: 'a', sessionId: 's', name: 'Helena Strand' },
];

describe('rights matrix: kinds of actor', () => {
  for (const actor of actors) {
    const looksAfter = actor.kind === 'admin';
    it(`${actor.kind} looks after systems: ${looksAfter}`, () => {
      expect(mayLookAfterSystems(actor)).toBe(looksAfter);
      if (!looksAfter) expect(() => requireMayLookAfterSystems(actor)).toThrow();
    });
    it(`${actor.kind} looks after the inbox: ${looksAfter}`, () => {
      expect(mayLookAfterInbox(actor)).toBe(looksAfter);
      if (!looksAfter) expect(() => requireMayLookAfterInbox(actor)).toThrow();
    });
    const isSystem = actor.kind === 'system';
    it(`${actor.kind} uses the API: ${isSystem}`, () => {
      for (const scope of Object.keys(scopes) as Scope[]) expect(may(actor, scope)).toBe(isSystem);
    });
  }

  it('a system may what its token says, and nothing else', () => {
    for (const granted of Object.keys(scopes))
      for (const scope of Object.keys(scopes) as Scope[])
        expect(may(system([granted]), scope)).toBe(granted === scope);
  });

  it('shows a system its own deliveries, in its own municipality', () => {
    expect(visibleDeliveries(system([]))).toEqual({ tenantId: 'granvik', systemId: 'x' });
  });
});
