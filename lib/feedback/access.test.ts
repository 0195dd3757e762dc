import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import { demand, type FeedbackAction, may, visibleReports } from './access';

const actors: Actor[] = [
  { kind: 'nobody', tenantId: 'granvik' },
  { kind: 'resident', tenantId: 'granvik', personId: 'p', sessionId: 's' },
  {
    kind: 'system',
    tenantId: 'granvik',
    systemId: 'x',
    clientId: 'c',
    name: 'n',
    scopes: ['everything'],
    services: [],
  },
  { kind: 'job', tenantId: 'granvik', job: 'forward-report' },
];
const allowed: Record<FeedbackAction, Actor['kind']> = { report: 'nobody', forward: 'job', forget: 'job' };

describe('rights matrix: kinds of actor', () => {
  for (const actor of actors)
    for (const [action, kind] of Object.entries(allowed) as [FeedbackAction, Actor['kind']][])
      it(`${actor.kind} ${action}: ${actor.kind === kind}`, () => {
        expect(may(actor, action)).toBe(actor.kind === kind);
        if (actor.kind === kind) demand(actor, action);
        else expect(() => demand(actor, action)).toThrow('Forbidden');
      });

  it('shows reports to nobody but the municipality’s own jobs', () => {
    for (const actor of actors)
      expect(visibleReports(actor)).toEqual({
        tenantId: 'granvik',
        ...(actor.kind !== 'job' && { id: { in: [] } }),
      });
  });
});
