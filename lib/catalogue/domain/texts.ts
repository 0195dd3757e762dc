import type { Texts } from './form-shape';

/** The language to show: the one asked for where the definition has it, else its first. */
export const languageOf = (definition: { languages: readonly string[] }, language: string): string =>
  definition.languages.includes(language) ? language : (definition.languages[0] ?? language);

/**
 * A part of a definition with every text replaced by its words in one language. The meta-schema gives every text
 * exactly the definition's languages as keys and lets nothing else look like that. The caller names the shape that
 * comes out: `localize<Page<string>>(page, …)`.
 */
export function localize<Localized>(
  node: unknown,
  languages: readonly string[],
  language: string,
): Localized {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    const entries = Object.entries(part);
    const isText =
      entries.length === languages.length && languages.every((code) => Object.hasOwn(part, code));
    if (isText) return (part as Texts)[language];
    return Object.fromEntries(entries.map(([key, value]) => [key, walk(value)]));
  };
  return walk(node) as Localized;
}

export type TextBlock = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** Paragraphs and lists of a definition's longer text: an empty line parts paragraphs, "- " begins a list item. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let words: string[] = [];
  const endParagraph = () => {
    if (words.length > 0) blocks.push({ kind: 'paragraph', text: words.join(' ') });
    words = [];
  };
  for (const line of text.split('\n').map((part) => part.trim())) {
    if (line.startsWith('- ')) {
      endParagraph();
      const last = blocks.at(-1);
      if (last?.kind === 'list') last.items.push(line.slice(2));
      else blocks.push({ kind: 'list', items: [line.slice(2)] });
    } else if (line === '') endParagraph();
    else words.push(line);
  }
  endParagraph();
  return blocks;
}
