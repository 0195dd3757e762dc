import { describe, expect, it } from 'vitest';
import { appealFields, cleaned, emptyDraft, isSameDraft, longest, missing, tooLong } from './appeal-content';

const draft = { ...emptyDraft, change: 'Jag vill ha fler timmar.', reasons: 'Jag ramlar.' };

describe('what an appeal must have in it (FL 43 §, förvaltningsprocesslagen 4 §)', () => {
  it('how it is to be changed, and why; that is enough', () => {
    expect(missing(draft)).toEqual({});
    expect(Object.keys(missing(emptyDraft))).toEqual(['change', 'reasons']);
  });

  it('blanks and signs that nobody sees are nothing', () => {
    expect(Object.keys(missing({ ...draft, change: ' \n\u200b', reasons: '\u0000 ' }))).toEqual([
      'change',
      'reasons',
    ]);
  });

  it.each(['astrid', 'astrid@', 'astrid@hem', 'a b@hem.se'])(
    'an address that no mail reaches: %s',
    (email) => {
      expect(missing({ ...draft, email })).toEqual({ email: 'settings:errors.email' });
    },
  );

  it('how she can be reached may be left out, or written', () => {
    expect(missing({ ...draft, email: 'astrid@example.test', phone: '070', address: 'Ekvägen 1' })).toEqual(
      {},
    );
  });
});

describe('what is kept and sent', () => {
  it('each field has its most', () => {
    for (const field of appealFields) {
      expect(tooLong({ ...draft, [field]: 'x'.repeat(longest[field]) })).toEqual({});
      expect(Object.keys(tooLong({ ...draft, [field]: 'x'.repeat(longest[field] + 1) }))).toEqual([field]);
    }
  });

  it('is sent clean, one line where it is one, and its own paragraphs kept', () => {
    const sent = cleaned({ ...draft, reasons: ' Ett\r\n\r\nTvå ', phone: ' 070\n174 ' });
    expect([sent.reasons, sent.phone]).toEqual(['Ett\n\nTvå', '070 174']);
    expect(isSameDraft(sent, cleaned(sent))).toBe(true);
  });
});
