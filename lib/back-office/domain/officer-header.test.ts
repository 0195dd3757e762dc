import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '@/lib/kernel/plain-text';
import { officerHeader, officerLabel, parseOfficerHeader } from './officer-header';

describe('the officer a system asks for', () => {
  it('is read with and without a unit', () => {
    expect(parseOfficerHeader('Maria%20%C3%96berg; unit=Bist%C3%A5ndsenheten')).toEqual({
      name: 'Maria Öberg',
      unit: 'Biståndsenheten',
    });
    expect(parseOfficerHeader('Jonas%20Ek')).toEqual({ name: 'Jonas Ek' });
    expect(parseOfficerHeader(null)).toBeUndefined();
  });

  it('is refused when it can not be read', () => {
    for (const wrong of [
      '',
      ' ',
      '%',
      'Maria; unit=',
      'Maria; role=x',
      '%00',
      '%0A',
      'Maria%C2%85',
      '%E2%80%AE',
      'x'.repeat(101),
      'a; unit=b; c',
    ]) {
      expect(parseOfficerHeader(wrong), wrong).toBeNull();
    }
  });

  it('can’t turn the text around it', () => {
    expect(parseOfficerHeader('%E2%80%AEMaria%E2%81%A6; unit=Enhet%E2%80%8F')).toEqual({
      name: 'Maria',
      unit: 'Enhet',
    });
  });

  it('comes back as it was sent, whatever it holds', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 50, unit: 'grapheme' })
      .filter((s) => cleanLine(s) === s && s !== '');
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (name, unit) => {
        const read = parseOfficerHeader(officerHeader({ name, unit }));
        // Names over 100 code units (graphemes may be long) and control characters are refused, nothing else.
        if (read === null) return;
        expect(read).toEqual({ name, ...(unit && { unit }) });
      }),
    );
    expect(officerLabel({ name: 'Maria Öberg', unit: 'Biståndsenheten' })).toBe(
      'Maria Öberg, Biståndsenheten',
    );
  });
});
