import { describe, expect, it } from 'vitest';
import { isChangedElsewhere, isSameMessage } from './draft';

const kept = { id: 'a', version: 2, subject: '', text: 'Hej' };
const posted = { messageId: 'a', version: 2, subject: '', text: 'Hej på dig' };

describe('a draft that was changed elsewhere', () => {
  it('is another one, or a later version; not the one the page was loaded with', () => {
    expect(isChangedElsewhere(kept, posted)).toBe(false);
    expect(isChangedElsewhere(kept, { ...posted, version: 1 })).toBe(true);
    expect(isChangedElsewhere(kept, { ...posted, messageId: 'b', version: 0 })).toBe(true);
  });

  it('is no conflict where it says the same, or nothing', () => {
    expect(isChangedElsewhere(kept, { ...posted, version: 1, text: 'Hej' })).toBe(false);
    expect(isChangedElsewhere({ ...kept, text: '' }, { ...posted, version: 1 })).toBe(false);
    expect(isChangedElsewhere({ ...kept, text: '', subject: 'Intyg' }, { ...posted, version: 1 })).toBe(true);
  });
});

describe('a message that was sent', () => {
  it('is known again as it was cleaned', () => {
    const sent = { subject: 'Ett intyg', text: 'Rad ett\nRad två' };
    expect(isSameMessage(sent, { subject: ' Ett  intyg ', text: 'Rad ett\r\nRad två\n' })).toBe(true);
    expect(isSameMessage(sent, { subject: '', text: 'Rad ett\nRad två' })).toBe(false);
  });
});
