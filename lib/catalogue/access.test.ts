import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import { type CatalogueAction, may, visibleImports } from './access';

const staffId = 'b0000000-0000-4000-8000-000000000001';
const actors: Actor[] = [
  { kind: 'nobody', tenantId: 'granvik' },
  { kind: 'resident', tenantId: 'granvik', personId: 'p', sessionId: 's' },
  {
    kind: 'system',
    tenantId: 'granvik',
    systemId: 'x',
    clientId: 'c',
    name: 'n',
    scopes: ['care-homes.write'],
    services: [],
  },
  { kind: 'job', tenantId: 'granvik', job: 'seed' },
  { kind: 'admin', tenantId: 'granvik', staffId, sessionId: 's', name: 'Helena Strand' },
];
const rights: Record<CatalogueAction, Actor['kind'][]> = {
  read: ['nobody', 'resident', 'system', 'job', 'admin'],
  administer: ['admin'],
  publish: ['job', 'admin'],
  export: ['job', 'admin'],
  'publish-care-homes': ['system'],
};

describe('rights matrix: kinds of actor', () => {
  for (const actor of actors)
    for (const [action, kinds] of Object.entries(rights)) {
      const expected = kinds.includes(actor.kind);
      it(`${actor.kind} ${action}: ${expected}`, () => {
        expect(may(actor, action as CatalogueAction)).toBe(expected);
      });
    }

  it('lets a system publish homes by that scope alone', () => {
    const scopes = ['cases.write', 'deliveries.read'];
    for (const actor of actors)
      if (actor.kind === 'system') expect(may({ ...actor, scopes }, 'publish-care-homes')).toBe(false);
  });

  it('shows a handed-in file to nobody but who handed it in, in their own municipality', () => {
    for (const actor of actors) {
      const own = actor.kind === 'admin' ? { staffId } : { id: { in: [] } };
      expect(visibleImports(actor)).toEqual({ tenantId: 'granvik', ...own });
    }
  });
});
