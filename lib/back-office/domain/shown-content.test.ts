import { describe, expect, it } from 'vitest';
import { shownContent, typedContent } from './shown-content';

const file = (sign: string) => ({ name: `${sign}.pdf`, content: sign.repeat(2000) });
const sent = JSON.stringify({ text: 'Hej', documents: [file('A'), file('B')], content: 'short' });

describe('a message as it is corrected', () => {
  it('shows everything but its files, which come back unless they are changed', () => {
    const { text } = shownContent(sent);
    expect(text).toContain('"text": "Hej"');
    expect(text).toContain('"content": "short"');
    expect(text.length).toBeLessThan(400);
    expect(typedContent(text, sent)?.text).toBe(sent);
    const turned = JSON.parse(text);
    turned.documents.reverse();
    expect(typedContent(JSON.stringify(turned), sent)?.body).toMatchObject({
      documents: [file('B'), file('A')],
    });
  });

  it('is no JSON where it is no JSON', () => {
    expect(typedContent('{"text": }', sent)).toBeNull();
  });
});
