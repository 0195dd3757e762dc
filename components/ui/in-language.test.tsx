import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InLanguage, SentenceWith } from './in-language';

describe('words in another language than the page', () => {
  it('say so, and run their own way', () => {
    expect(
      renderToStaticMarkup(
        <InLanguage lang="sv" on="ar">
          Hemtjänst
        </InLanguage>,
      ),
    ).toBe('<span lang="sv" dir="ltr">Hemtjänst</span>');
  });

  it('say nothing where they are in the page’s', () => {
    expect(
      renderToStaticMarkup(
        <InLanguage lang="sv" on="sv">
          Hemtjänst
        </InLanguage>,
      ),
    ).toBe('Hemtjänst');
  });

  it('say so inside a sentence of the page’s', () => {
    const sentence = (words: string) => `Apply for ${words}.`;
    const shown = (lang: string) =>
      renderToStaticMarkup(<SentenceWith words={{ text: 'hemtjänst', lang }} on="en" sentence={sentence} />);
    expect(shown('sv')).toBe('Apply for <span lang="sv" dir="ltr">hemtjänst</span>.');
    expect(shown('en')).toBe('Apply for hemtjänst.');
  });
});
