import type { Said } from '@/lib/kernel/said';

/** language → the service's name when she applied. Swedish is always there. */
export type CaseTitle = Record<string, string>;

/** The name in a language, or in Swedish where it has none in it. */
export function titleIn(title: unknown, lang: string): Said {
  const texts = title as CaseTitle;
  const text = texts[lang];
  return text === undefined ? { text: texts.sv ?? '', lang: 'sv' } : { text, lang };
}
