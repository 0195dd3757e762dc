import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import { may, type NoticeAction, requireMay, visibleDeliveries, visibleDevices } from './access';

const astrid = 'a0000000-0000-4000-8000-000000000001';
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
  { kind: 'job', tenantId: 'granvik', job: 'send-notice' },
  { kind: 'admin', tenantId: 'granvik', staffId: astrid, sessionId: 's', name: 'Helena Strand' },
];
const actions: NoticeAction[] = ['see-choice', 'change-choice', 'change-devices', 'follow-link'];

describe('rights matrix: kinds of actor × notices', () => {
  for (const actor of actors) {
    const isHers = actor.kind === 'resident';
    for (const action of actions)
      it(`${actor.kind} ${action}: ${isHers}`, () => {
        expect(may(actor, action)).toBe(isHers);
        if (isHers) requireMay(actor, action);
        else expect(() => requireMay(actor, action)).toThrow('NotFound');
      });
    it(`${actor.kind} sees ${isHers ? 'what was sent to her' : 'no message'}`, () => {
      expect(visibleDeliveries(actor)).toEqual(
        isHers ? { tenantId: 'granvik', recipientId: astrid } : { tenantId: 'granvik', id: { in: [] } },
      );
      expect(visibleDevices(actor)).toEqual(
        isHers ? { tenantId: 'granvik', personId: astrid } : { tenantId: 'granvik', id: { in: [] } },
      );
    });
  }
});
