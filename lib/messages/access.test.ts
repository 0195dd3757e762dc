import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import type { Actor } from '@/lib/platform/actor';
import { type MessagesAction, may, visibleMessages, visibleThreads } from './access';

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
const residents: MessagesAction[] = ['read-own', 'write-own'];
const jobs: MessagesAction[] = ['route', 'note-undelivered', 'note-infected-file'];
const scopes: Partial<Record<MessagesAction, string>> = {
  'fetch-message': 'deliveries.read',
  'fetch-file': 'files.read',
  'record-received': 'deliveries.receive',
  'read-thread': 'messages.read',
  'record-message': 'messages.write',
  'record-reading': 'messages.write',
};
const systems = Object.keys(scopes) as MessagesAction[];

describe('rights: who may do what with messages', () => {
  it.each([...residents, ...jobs, ...systems])('%s', (action) => {
    const allowed = Object.entries(actors).filter(([, actor]) => may(actor, action));
    const expected = residents.includes(action) ? ['resident'] : jobs.includes(action) ? ['job'] : [];
    expect(allowed.map(([name]) => name)).toEqual(expected);
    for (const scope of new Set(Object.values(scopes)))
      expect(may(system([scope]), action), scope).toBe(scopes[action] === scope);
  });

  it('sees threads: she her own, a system what was sent to it, the others none', () => {
    expect(visibleThreads(actors.resident as Actor)).toEqual({ tenantId, personId });
    expect(visibleThreads(system([]))).toEqual({
      tenantId,
      openedAt: { not: null },
      OR: [{ case: { tenantId, systemId } }, { systemId }],
    });
    for (const name of ['nobody', 'admin', 'job'])
      expect(visibleThreads(actors[name] as Actor)).toEqual({ tenantId, id: { in: [] } });
    expect(visibleMessages(system([])).state).toEqual({ not: 'draft' });
    expect(visibleMessages(actors.resident as Actor).state).toBeUndefined();
  });
});
