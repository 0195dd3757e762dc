import { describe, expect, it } from 'vitest';
import { MOST_FILE_BYTES, readDefinitionFile, writeDefinitionFile } from './definition-file';

const variant = { kind: 'variant' as const, inherits: 'delad', changes: {} };
const file = (content: object) =>
  JSON.stringify({ format: 'mina-sidor/definitions', edition: 1, definitions: [variant], ...content });
const faults = (text: string) => {
  const read = readDefinitionFile(text);
  return read.ok ? [] : read.problems;
};

describe('a file with definitions', () => {
  it('is read as it was written, also with a byte order mark', () => {
    const text = writeDefinitionFile([variant]);
    expect(readDefinitionFile(text)).toEqual({ ok: true, documents: [variant] });
    expect(readDefinitionFile(`\uFEFF${text}`)).toEqual({ ok: true, documents: [variant] });
  });

  it.each([
    ['empty', '  ', 'tom'],
    ['broken', '{\n  "format": }', 'vid ”{ "format": }”'],
    ['cut short', '{\n  "format"', 'på rad 2'],
    ['no object', '[]', 'ska börja med'],
    ['of another sort', '{"a": 1}', 'ingen fil med definitioner'],
    ['of a later edition', file({ edition: 2 }), 'annan utgåva'],
    ['without definitions', file({ definitions: [] }), 'minst en definition'],
    ['with more in it', file({ defnitions: [] }), 'känns inte igen: defnitions'],
    ['too deep', file({}).replace('{}', `${'['.repeat(5000)}${']'.repeat(5000)}`), 'för många nivåer'],
    ['with half a character', file({}).replace('delad', '\\ud800'), 'inte går att visa'],
    ['with a zero', file({}).replace('delad', '\\u0000'), 'inte går att visa'],
    ['too big', ' '.repeat(MOST_FILE_BYTES) + file({}), 'för stor'],
  ])('that is %s is refused in words', (_, text, words) => {
    expect(faults(text)).toMatchObject([{ what: expect.stringContaining(words) }]);
  });
});
