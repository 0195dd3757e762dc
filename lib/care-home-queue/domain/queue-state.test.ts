import { describe, expect, it } from 'vitest';
import { textLanguages } from '@/lib/kernel/date-text';
import { texts } from '@/lib/platform/i18n';
import { queueState, wishedHomes } from './queue-state';

describe('where she is between a decision and a home', () => {
  it.each([
    ['waiting', []],
    ['waiting', ['declined', 'lapsed', 'taken-back']],
    ['offered', ['declined', 'open']],
    ['accepted', ['declined', 'accepted', 'taken-back']],
    ['waiting', ['accepted', 'declined']],
  ] as const)('%s with %j', (state, states) => {
    expect(queueState(states.map((one) => ({ state: one })))).toBe(state);
  });
});

it.each(textLanguages)(
  'the time that is told of a place taken back is when it was taken back, in %s',
  (lang) => {
    const told = texts(lang)('offers:queue.taken-back-text', { when: 'WHEN' });
    expect(told).toContain('WHEN');
    expect(told).not.toMatch(/sagt ja till WHEN|said yes to WHEN|hyväksymäsi WHEN|وافقت عليه WHEN/);
  },
);

describe('the homes that she wished for', () => {
  const options = [
    { value: 'lindbacken', label: 'Lindbacken' },
    { value: 'solangen', label: 'Solängen' },
  ];
  const pages = (value: unknown) => [
    { groups: [{ questions: [{ kind: 'care-home-wishes', value, options }] }] },
  ];
  it('are named as they were when she chose, in her order', () => {
    expect(wishedHomes(pages(['solangen', 'lindbacken']))).toEqual(['Solängen', 'Lindbacken']);
  });
  it('are none where she wished for none, was not asked, or the home is not known', () => {
    expect(wishedHomes(pages(null))).toEqual([]);
    expect(wishedHomes(pages(['finns-inte']))).toEqual([]);
    expect(wishedHomes([{ groups: [{ questions: [{ kind: 'text', value: 'lindbacken' }] }] }])).toEqual([]);
  });
});
