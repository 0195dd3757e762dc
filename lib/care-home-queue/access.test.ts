import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { may, type QueueAction, visibleOffers } from './access';

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
const residents: QueueAction[] = ['read-own', 'answer-own'];
const scopes: Partial<Record<QueueAction, string>> = {
  'publish-vacancy': 'vacancies.write',
  'record-offer': 'offers.write',
  'fetch-answer': 'deliveries.read',
  'record-received': 'deliveries.receive',
};
const systems = Object.keys(scopes) as QueueAction[];

describe('rights: who may do what with places and offers', () => {
  it('read-homes: everybody', () => {
    for (const actor of Object.values(actors)) expect(may(actor, 'read-homes')).toBe(true);
  });

  it.each([...residents, ...systems, 'look-after-offers' as const])('%s', (action) => {
    const allowed = Object.entries(actors).filter(([, actor]) => may(actor, action));
    const expected = residents.includes(action)
      ? ['resident']
      : action === 'look-after-offers'
        ? ['job']
        : [];
    expect(allowed.map(([name]) => name)).toEqual(expected);
    for (const scope of Object.values(scopes))
      expect(may(system([scope]), action), scope).toBe(scopes[action] === scope);
  });

  it('sees offers: she her own, a system those of its cases, a job all, the others none', () => {
    expect(visibleOffers(actors.resident as Actor)).toEqual({ tenantId, personId });
    expect(visibleOffers(system([]))).toEqual({ tenantId, case: { tenantId, systemId } });
    expect(visibleOffers(actors.job as Actor)).toEqual({ tenantId });
    for (const name of ['nobody', 'admin'])
      expect(visibleOffers(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
  });
});
