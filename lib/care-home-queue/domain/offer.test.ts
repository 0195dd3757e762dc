import { describe, expect, it } from 'vitest';
import { deadlineBy, effectOfNo, isAnswerable, type OfferRule, offerMessage } from './offer';

const rule: OfferRule = {
  services: ['sarskilt-boende'],
  answer: { days: 5 },
  declines: ['nothing', 'later', 'assessed-again'],
  silenceIsNo: true,
};

describe('the time to answer an offer', () => {
  it.each([
    ['in winter', '2026-11-24T09:00:00Z', '2026-11-29T22:59:00.000Z'],
    ['in summer', '2026-06-01T22:30:00Z', '2026-06-07T21:59:00.000Z'],
    ['over the night when summer time ends', '2026-10-22T09:00:00Z', '2026-10-27T22:59:00.000Z'],
    ['ending on the day when it begins', '2026-03-24T09:00:00Z', '2026-03-29T21:59:00.000Z'],
  ])('in days lasts until the end of the last one in Sweden: %s', (_, offered, last) => {
    expect(deadlineBy(rule, new Date(offered)).toISOString()).toBe(last);
  });

  it('in hours is as many hours', () => {
    const last = deadlineBy({ ...rule, answer: { hours: 48 } }, new Date('2026-10-24T09:00:00Z'));
    expect(last.toISOString()).toBe('2026-10-26T09:00:00.000Z');
  });

  it('is out at its last moment', () => {
    const answerBy = new Date('2026-11-29T22:59:00Z');
    expect(isAnswerable({ state: 'open', answerBy }, new Date('2026-11-29T22:58:59.999Z'))).toBe(true);
    expect(isAnswerable({ state: 'open', answerBy }, answerBy)).toBe(false);
    expect(isAnswerable({ state: 'taken-back', answerBy }, new Date('2026-11-28T00:00:00Z'))).toBe(false);
  });
});

describe('what a no means', () => {
  it('is what the rule says of the first, the second, and then of all that follow', () => {
    expect([0, 1, 2, 7].map((before) => effectOfNo(rule, before))).toEqual([
      'nothing',
      'later',
      'assessed-again',
      'assessed-again',
    ]);
  });
});

describe('what an office tells of an offer', () => {
  const told = { home: 'lindbacken', occurredAt: '2026-11-24T09:00:00Z' };
  it('is open and says nothing of the place unless it says so', () => {
    expect(offerMessage.parse(told)).toMatchObject({ state: 'open', apartment: {} });
  });
  it.each([
    ['a rent below nothing', { apartment: { rentPerMonth: -1 } }],
    ['a personal number for a place', { vacancy: '194207099146' }],
    ['a state of her own', { state: 'accepted' }],
    ['a field that is not known', { rank: 3 }],
  ])('is refused with %s', (_, wrong) => {
    expect(offerMessage.safeParse({ ...told, ...wrong }).success).toBe(false);
  });
});
