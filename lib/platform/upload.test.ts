import { describe, expect, it } from 'vitest';
import { checkUpload, MAX_FILE_BYTES, postedFiles, safeFileName } from './upload';

const file = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) =>
  new File(parts, name, { type: 'application/pdf' });
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

describe('a file from a person', () => {
  it('is what its content is, whatever it is called', async () => {
    expect(await checkUpload(file('intyg.PDF', '%PDF-1.7\n'))).toMatchObject({
      ok: true,
      value: { name: 'intyg.pdf', mediaType: 'application/pdf' },
    });
    expect(await checkUpload(file('intyg.pdf', png))).toMatchObject({
      ok: true,
      value: { name: 'intyg.png', mediaType: 'image/png' },
    });
  });

  it.each([
    ['a program called a PDF', file('intyg.pdf', 'MZ\u0090\u0000'), 'kind'],
    ['a page that could run in a browser', file('bild.png', '<svg onload="alert(1)"/>'), 'kind'],
    ['nothing', file('tom.pdf'), 'empty'],
    ['too much', file('stor.pdf', '%PDF-1.7', new Uint8Array(MAX_FILE_BYTES)), 'too-big'],
  ])('%s is refused', async (_, given, reason) => {
    expect(await checkUpload(given)).toEqual({ ok: false, reason });
  });

  it.each([
    ['Läkarintyg.pdf', 'Läkarintyg.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Astrid\\intyg.pdf', 'intyg.pdf'],
    ['intyg\u202efdp.exe', 'intygfdp.pdf'],
    ['a\r\nb".pdf', 'ab.pdf'],
    ['.pdf', 'fil.pdf'],
    ['', 'fil.pdf'],
    [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(80)}.pdf`],
  ])('called %j is kept as %j', (given, name) => {
    expect(safeFileName(given, 'pdf')).toBe(name);
  });

  it('an untouched field posts none', () => {
    const data = new FormData();
    data.append('files', new File([], ''));
    data.append('files', file('a.pdf', 'x'));
    expect(postedFiles(data, 'files')).toHaveLength(1);
  });
});
