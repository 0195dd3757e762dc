import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { readPlace } from './place';

describe('where a message is written', () => {
  it('is what it says', () => {
    const place = { kind: 'case', caseId: newId() } as const;
    expect(readPlace(place)).toEqual(place);
    expect(readPlace({ kind: 'service', slug: 'hemtjanst' })).not.toBeNull();
  });

  it('is nowhere where somebody made it up', () => {
    for (const made of [
      null,
      'case',
      { kind: 'case', caseId: { not: '' } },
      { kind: 'thread', threadId: '1' },
      { kind: 'service', slug: '../x' },
      { kind: 'case', caseId: newId(), personId: newId() },
    ])
      expect(readPlace(made)).toBeNull();
  });
});
