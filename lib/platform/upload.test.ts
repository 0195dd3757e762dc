import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
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

function pngChunk(kind: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(kind), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

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

  it('is a picture alone when it is one: drawn again, and what else it held is gone', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'HEMLIG-TELEFON' },
        IFD3: { GPSLatitude: '59/1 20/1 0/1', GPSLatitudeRef: 'N' },
      })
      .toBuffer();
    const given = new Uint8Array(Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]));
    expect((await sharp(given).metadata()).exif?.toString('latin1')).toContain('HEMLIG-TELEFON');
    const checked = await checkUpload(file('foto.jpg', given));
    if (!checked.ok) throw new Error(checked.reason);
    const kept = Buffer.from(checked.value.bytes);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
    expect(kept.toString('latin1')).not.toMatch(/HEMLIG|script/);
    // The same photo again is the same file: a double click isn't two.
    expect(await checkUpload(file('foto.jpg', given))).toEqual(checked);
  });

  it('that says it is a picture and is not whole is damaged', async () => {
    expect(await checkUpload(file('bild.png', png.slice(0, 50)))).toEqual({ ok: false, reason: 'damaged' });
  });

  it('that would unfold to more pixels than anybody has a use for is not unfolded', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(20_000, 0);
    header.writeUInt32BE(6_000, 4);
    header[8] = 1;
    const bomb = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(Buffer.alloc((20_000 / 8 + 1) * 6_000))),
      pngChunk('IEND', Buffer.alloc(0)),
    ]);
    expect((await sharp(bomb, { limitInputPixels: false }).metadata()).width).toBe(20_000);
    expect(bomb.byteLength).toBeLessThan(200_000);
    expect(await checkUpload(file('bild.png', new Uint8Array(bomb)))).toEqual({
      ok: false,
      reason: 'too-many-pixels',
    });
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
    // An emoji is two code units, a flag four: neither is cut in two.
    [`${'a'.repeat(79)}😀b.pdf`, `${'a'.repeat(79)}.pdf`],
    [`${'a'.repeat(78)}😀b.pdf`, `${'a'.repeat(78)}😀.pdf`],
    [`${'a'.repeat(78)}🇸🇪.pdf`, `${'a'.repeat(78)}.pdf`],
    [`${'a'.repeat(79)}q\u0323.pdf`, `${'a'.repeat(79)}.pdf`],
    [`q${'\u0323'.repeat(300)}.pdf`, 'fil.pdf'],
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
