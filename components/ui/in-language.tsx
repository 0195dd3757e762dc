import type { ReactNode } from 'react';
import { type Said, spokenIn } from '@/lib/kernel/said';

/** Words that may be in another language than the page: then a screen reader is told, and they run their own way. */
export function InLanguage({ lang, on, children }: { lang: string; on: string; children: ReactNode }) {
  return lang === on ? children : <span {...spokenIn(lang, on)}>{children}</span>;
}

// A sign that no text has: where the words go, until the sentence is parted there.
const PLACE = '\uE000';

/** A sentence of the page's with such words in it. `sentence` puts what it is given into the page's own words. */
export function SentenceWith({
  words,
  on,
  sentence,
}: {
  words: Said;
  on: string;
  sentence: (words: string) => string;
}) {
  if (words.lang === on) return sentence(words.text);
  const [before, after] = sentence(PLACE).split(PLACE);
  return (
    <>
      {before}
      <span {...spokenIn(words.lang, on)}>{words.text}</span>
      {after}
    </>
  );
}
