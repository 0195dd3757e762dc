import { describe, expect, it } from 'vitest';
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
