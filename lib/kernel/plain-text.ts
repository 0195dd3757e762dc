// Signs that show nothing and do something: soft hyphens and zero-width spaces, those that turn the reading direction or
// hide a text in another. Not among them: the joiners (U+200C, U+200D) that Persian, Kurdish and joined emoji need.
const STEERING =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * Text as it is kept: browsers post line breaks as CRLF, people paste control signs and half characters, and none of
 * it may make the same answer look like two, look like something else than it is, or be refused by who receives it.
 */
export const cleanText = (value: unknown): string =>
  typeof value !== 'string'
    ? ''
    : value
        .toWellFormed()
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replace(/(?![\t\n])\p{Cc}/gu, '')
        .replace(STEERING, '')
        .trim();

/** As cleanText, for what is one line: a name, a number, an address. */
export const cleanLine = (value: unknown): string => cleanText(value).replace(/\s+/g, ' ');

/** Whether a text holds nothing that can't be kept: half characters, NUL and other control signs but tabs and line breaks. */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text);
