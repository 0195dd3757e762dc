import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { readChoice, writeChoice } from './time-choice';

describe('a press on a time', () => {
  const choice = { bookingId: newId(), startsAt: new Date('2026-11-24T12:15:00Z') };

  it.each([choice, { ...choice, placeId: newId() }, { ...choice, meetingId: newId() }])(
    'says which',
    (one) => {
      expect(readChoice(writeChoice(one))).toEqual(one);
    },
  );

  it.each([
    undefined,
    '',
    'x~2026-11-24T12:15:00.000Z~~',
    `${newId()}~~~`,
    `${newId()}~2026-11-24~~`,
    `${newId()}~+275760-09-13T00:00:00.000Z~~`,
    `${newId()}~-000100-01-01T00:00:00.000Z~~`,
    `${newId()}~2026-11-24T12:15:00.000Z~' or 1=1~`,
    `${newId()}~2026-11-24T12:15:00.000Z~~~`,
  ])('is nothing where nobody of ours wrote it: %s', (text) => {
    expect(readChoice(text)).toBeNull();
  });
});
