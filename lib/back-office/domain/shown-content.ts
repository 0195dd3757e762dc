/*
 * A message as a person corrects it: its JSON, laid out, with files left out. A file is megabytes of base64 that nobody
 * reads; in its place stands a word, and where that word still stands afterwards the file is put back.
 */

type Json = unknown;

const LONG = 500;
const isFile = (key: string, value: Json): value is string =>
  key === 'content' && typeof value === 'string' && value.length > LONG;

/** The word that stands for the file with that number, in the order they come. */
const wordFor = (index: number) => `<file ${index + 1}, unchanged>`;

/** What is shown of a message, and its files in their order. */
export function shownContent(sent: string): { text: string; files: string[] } {
  const files: string[] = [];
  const shown = JSON.stringify(
    JSON.parse(sent),
    (key, value: Json) => (isFile(key, value) ? wordFor(files.push(value) - 1) : value),
    2,
  );
  return { text: shown, files };
}

/** What was typed in its place, with the files put back; null where it is no JSON. */
export function typedContent(typed: string, sent: string): { text: string; body: unknown } | null {
  const { files } = shownContent(sent);
  const words = new Map(files.map((file, index) => [wordFor(index), file]));
  try {
    const body: unknown = JSON.parse(typed, (key, value: Json) =>
      key === 'content' && typeof value === 'string' ? (words.get(value) ?? value) : value,
    );
    return { text: JSON.stringify(body), body };
  } catch {
    return null;
  }
}
