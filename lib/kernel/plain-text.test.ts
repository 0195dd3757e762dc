import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, isPlainText } from './plain-text';

describe('text from outside', () => {
  it('loses what nobody sees: control signs, half characters, the browser’s line ends', () => {
    expect(cleanText('rad ett\r\nrad två\u0000 \ud800')).toBe('rad ett\nrad två \ufffd');
    expect(cleanText('rad ett\rrad två\u2028rad tre')).toBe('rad ett\nrad två\nrad tre');
    expect(cleanText('  \u0007\u009b ')).toBe('');
    expect(cleanText(undefined)).toBe('');
    expect(cleanLine(' Astrid\r\n\tLindqvist ')).toBe('Astrid Lindqvist');
  });

  it('can’t turn the reading direction or hide in other text', () => {
    const turned = '\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069i\u200ej\u200fk\u061cl';
    expect(cleanText(turned)).toBe('abcdefghijkl');
    expect(cleanText('Kar\u00adin\ufeff\u200b\u{e0041}')).toBe('Karin');
  });

  it('keeps the joiners that Persian and joined emoji are written with', () => {
    for (const text of ['می\u200cخواهم', '👩\u200d🦳', 'سلام\nعليكم', 'tab\there'])
      expect(cleanText(text)).toBe(text);
  });

  const sign = fc.constantFrom(
    ...'aé \t\r\n\u0000\u0085\u200b\u200d\u2028\u202e',
    '\ud83d',
    '\udc00',
    '\u{e0041}',
  );

  it('is always plain afterwards, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: sign }), (text) => {
        const clean = cleanText(text);
        expect(isPlainText(clean)).toBe(true);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('is not plain with NUL, control signs or half characters in it', () => {
    for (const text of ['a\u0000b', '\u001b[0m', '\u007f', '\u0085', '\ud800', 'x\udfff'])
      expect(isPlainText(text), JSON.stringify(text)).toBe(false);
    expect(isPlainText('Två rader\r\noch\ten flik, سلام 👩\u200d🦳')).toBe(true);
  });
});
