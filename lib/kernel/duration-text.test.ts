import { describe, expect, it } from 'vitest';
import { durationText } from './duration-text';

describe('a duration in words', () => {
  it('has the unit that says it best', () => {
    const said = [0, 340, 12_900, 119_000, 120_000, 90 * 60_000, 26 * 3_600_000, 80 * 3_600_000].map((ms) =>
      durationText(ms, 'sv').replaceAll('\u00a0', ' '),
    );
    expect(said).toEqual([
      '0 sekunder',
      '0,3 sekunder',
      '12 sekunder',
      '119 sekunder',
      '2 minuter',
      '90 minuter',
      '26 timmar',
      '3 dygn',
    ]);
  });

  it('never says more than it is, nor less than nothing', () => {
    expect(durationText(1_990, 'en')).toBe('1.9 seconds');
    expect(durationText(-5, 'en')).toBe('0 seconds');
  });
});
