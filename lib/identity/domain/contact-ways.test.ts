import { describe, expect, it } from 'vitest';
import { contactWaysSchema } from './contact-ways';

describe('contact ways', () => {
  it('are kept without what nobody sees', () => {
    expect(
      contactWaysSchema.parse({ email: ' Astrid@Example.test\u200b ', phone: '\u202a070-123\n45 67\u202c' }),
    ).toEqual({
      email: 'astrid@example.test',
      phone: '070-123 45 67',
    });
    expect(contactWaysSchema.parse({ email: ' ', phone: '\u0000' })).toEqual({ email: null, phone: null });
  });

  it('are refused where nobody could be reached by them', () => {
    for (const typed of [
      { email: 'astrid', phone: '' },
      { email: '', phone: 'ring grannen' },
    ])
      expect(contactWaysSchema.safeParse(typed).success).toBe(false);
  });
});
