import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import {
  type IdentityAction,
  may,
  visibleContactChanges,
  visibleOrders,
  visibleSessions,
  visibleStaffSessions,
} from './access';

const astrid = 'a0000000-0000-4000-8000-000000000001';
const oskar = 'a0000000-0000-4000-8000-000000000002';
const helena = 'b0000000-0000-4000-8000-000000000001';
const actors: Actor[] = [
  { kind: 'nobody', tenantId: 'granvik' },
  { kind: 'resident', tenantId: 'granvik', personId: astrid, sessionId: 's' },
  {
    kind: 'system',
    tenantId: 'granvik',
    systemId: 'x',
    clientId: 'c',
    name: 'n',
    scopes: ['everything'],
    services: [],
  },
  { kind: 'job', tenantId: 'granvik', job: 'make-notice' },
  { kind: 'admin', tenantId: 'granvik', staffId: helena, sessionId: 's', name: 'Helena Strand' },
];
const actions: IdentityAction[] = [
  'log-in',
  'log-in-staff',
  'sign',
  'see-profile',
  'change-profile',
  'see-sessions',
  'end-session',
];

describe('rights matrix: kinds of actor × own or foreign person × own or foreign municipality', () => {
  for (const actor of actors)
    for (const action of actions)
      for (const personId of [undefined, astrid, oskar])
        for (const tenantId of [undefined, 'granvik', 'ekhamn']) {
          const own = tenantId !== 'ekhamn';
          const expected =
            own &&
            (action === 'log-in'
              ? actor.kind === 'nobody' || actor.kind === 'resident'
              : action === 'log-in-staff'
                ? actor.kind === 'nobody'
                : actor.kind === 'resident' && personId !== oskar);
          it(`${actor.kind} ${action} ${personId === oskar ? 'foreign' : 'own'} ${tenantId ?? '-'}: ${expected}`, () => {
            const facts = { ...(personId && { personId }), ...(tenantId && { tenantId }) };
            expect(may(actor, action, facts)).toBe(expected);
          });
        }

  it('shows sessions and sign orders to nobody but the person', () => {
    for (const actor of actors) {
      const whose = actor.kind === 'resident' ? astrid : '00000000-0000-0000-0000-000000000000';
      expect(visibleSessions(actor)).toEqual({ tenantId: 'granvik', personId: whose });
      expect(visibleContactChanges(actor)).toEqual({ tenantId: 'granvik', personId: whose });
      expect(visibleOrders(actor, 'token').OR).toContainEqual({ kind: 'sign', personId: whose });
    }
  });

  it('shows log-ins of staff to nobody but that member of staff', () => {
    for (const actor of actors) {
      const whose = actor.kind === 'admin' ? helena : '00000000-0000-0000-0000-000000000000';
      expect(visibleStaffSessions(actor)).toEqual({ tenantId: 'granvik', staffId: whose });
    }
  });
});
