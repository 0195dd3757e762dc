import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/platform/actor';
import { may, visibleNews } from './access';

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
  { kind: 'job', tenantId: 'granvik', job: 'make-notice' },
  { kind: 'admin', tenantId: 'granvik', staffId: astrid, sessionId: 's', name: 'Helena Strand' },
];

describe('rights matrix: kinds of actor × following news', () => {
  for (const actor of actors) {
    const isHers = actor.kind === 'resident';
    it(`${actor.kind} follow-own-news: ${isHers}`, () => {
      expect(may(actor, 'follow-own-news')).toBe(isHers);
      expect(visibleNews(actor)).toEqual(
        isHers
          ? { tenantId: 'granvik', payload: { path: ['personId'], equals: astrid } }
          : { tenantId: 'granvik', id: { in: [] } },
      );
    });
  }
});
