import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { makePdf } from '@/lib/platform/pdf/make-pdf';
import arabic from '@/public/locales/ar/applications.json';
import type { Snapshot } from '../domain/snapshot';
import { receiptDocument } from './receipt-document';

const hash = '1234567890abcdef'.repeat(4);

const prefilled = { source: 'register-name', on: '2026-11-01' } as const;

const snapshot = (language: string, answer: string[]): Snapshot => ({
  format: 1,
  service: { slug: 'x', version: 3, name: 'Särskilt boende', applicationType: 'x' },
  municipality: 'Granviks kommun',
  language,
  applicant: { name: 'Astrid Lindqvist', nationalId: '19420709-9146' },
  madeAt: '2026-11-24T12:15:00.000Z',
  pages: [
    {
      slug: 'one',
      title: 'Hjälp som du har i dag',
      groups: [
        {
          id: 'g',
          title: 'Hemma',
          questions: [
            {
              id: 'a',
              kind: 'long-text',
              question: 'Varför?',
              help: 'Berätta',
              value: 'x',
              answer,
              prefilled,
            },
            {
              id: 'b',
              kind: 'information',
              question: 'Bra att veta',
              text: 'Behov går\nföre önskemål:\n- först behov\n- sedan önskemål',
            },
            {
              id: 'c',
              kind: 'choices',
              question: 'Vad är svårt?',
              value: ['stairs', 'bathroom'],
              answer: ['Trappor', 'Badrummet'],
            },
          ],
        },
      ],
    },
  ],
});

const signedBy = (name: string | null, title: string | null, nationalId: string) => ({
  title,
  name,
  nationalId,
  signedAt: new Date('2026-11-24T12:14:58Z'),
});

const documentOf = (
  language: string,
  answer: string[],
  signatures = [signedBy('Astrid Lindqvist', null, '19420709-9146')],
) =>
  receiptDocument({
    snapshot: snapshot(language, answer),
    number: 'GRA-2026-7K3F9QW',
    submittedAt: new Date('2026-11-24T12:15:00Z'),
    hash,
    municipality: { name: 'Granviks kommun', arms: '/icons/granvik-arms.svg' },
    signatures,
  });

/** Every compressed part opened, so that what the file says can be looked for. */
function plain(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')];
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 7)) {
    if (pdf.subarray(from - 3, from).toString() === 'end') continue;
    try {
      parts.push(inflateSync(pdf.subarray(from + 7)).toString('latin1'));
    } catch {
      // Not every stream is compressed.
    }
  }
  return parts.join('\n');
}

const arabicWords = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.match(/[\p{Script=Arabic}\p{M}]+/gu) ?? [])),
];

/** What a program that reads the file out loud, or copies from it, has to go by. */
async function textOf(pdf: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await loading.destroy();
  return texts;
}

const textsIn = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : Object.values(node ?? {}).flatMap(textsIn);

describe('the document', () => {
  it('has the number, the time in Swedish time, the signer and the code', () => {
    const { facts, title } = documentOf('sv', ['Nej']);
    expect(title).toBe('Kvitto på ansökan: Särskilt boende');
    expect(facts.map(({ value }) => value.text)).toEqual([
      'GRA-2026-7K3F9QW',
      'tisdag 24\u00a0november 2026 kl.\u00a013.15',
      'Astrid Lindqvist, 19420709-9146',
      '1234 5678 90ab cdef',
    ]);
  });

  it('has every question, help and answer word for word, and no answer where nothing was asked', () => {
    const [section] = documentOf('sv', ['Rad ett', 'Rad två']).sections;
    expect(section?.groups[0]?.items).toEqual([
      {
        question: 'Varför?',
        text: [{ kind: 'paragraph', text: 'Berätta' }],
        answer: [
          { text: 'Rad ett', direction: 'ltr' },
          { text: 'Rad två', direction: 'ltr' },
        ],
        isList: false,
        origin: 'Hämtat från folkbokföringen 1\u00a0november 2026.',
      },
      {
        question: 'Bra att veta',
        text: [
          { kind: 'paragraph', text: 'Behov går före önskemål:' },
          { kind: 'list', items: ['först behov', 'sedan önskemål'] },
        ],
        answer: null,
        isList: false,
        origin: null,
      },
      {
        question: 'Vad är svårt?',
        text: [],
        answer: [
          { text: 'Trappor', direction: 'ltr' },
          { text: 'Badrummet', direction: 'ltr' },
        ],
        isList: true,
        origin: null,
      },
    ]);
  });

  it.each([
    ['السلام', 'rtl'],
    ['Astrid', 'ltr'],
    ['070-174 06 05', 'ltr'],
    ['12 דירה', 'rtl'],
  ])('lets %s run %s, also in an Arabic receipt', (answer, direction) => {
    const [section] = documentOf('ar', ['نعم', answer]).sections;
    expect(section?.groups[0]?.items[0]?.answer?.[1]?.direction).toBe(direction);
  });
});

describe('the PDF', () => {
  it.each([
    ['sv', 'sv'],
    ['en', 'en'],
    ['fi', 'fi'],
    ['ar', 'ar'],
  ])('in %s is tagged, says its language and its title, and claims PDF/UA-1', (language, code) => {
    const text = plain(makePdf(documentOf(language, ['Nej, åäö ÅÄÖ šž ŠŽ'])));
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
    expect(text).toMatch(new RegExp(`/Lang\\s*\\(${code}`));
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toMatch(/pdfuaid:part>1</);
    for (const tag of ['/H1', '/H2', '/H3', '/LI', '/Figure']) expect(text).toContain(tag);
  });

  it('has its lists as lists: the facts, what a text lists, and several things chosen', () => {
    const text = plain(makePdf(documentOf('sv', ['Rad ett', 'Rad två'])));
    const tags = (name: string) => text.match(new RegExp(`/S\\s*/${name}\\b`, 'g'))?.length;
    expect({ lists: tags('L'), items: tags('LI') }).toEqual({ lists: 3, items: 4 + 2 + 2 });
  });

  it('is called by its title', async () => {
    const loading = getDocument({
      data: new Uint8Array(makePdf(documentOf('sv', ['Nej']))),
      verbosity: 0,
    });
    const { info } = await (await loading.promise).getMetadata();
    await loading.destroy();
    expect(info).toMatchObject({ Title: 'Kvitto på ansökan: Särskilt boende' });
  });

  it('takes answers as words, whatever they look like', () => {
    const hostile = ['#panic("x")', '#read("/etc/passwd")', '$ x', '*fet*', '<etikett> @ref', '\\', '"]'];
    const one = makePdf(documentOf('sv', hostile));
    expect(plain(one)).toContain('/StructTreeRoot');
  });

  it('is made, still tagged, also when no font can draw a sign', () => {
    const unassigned = '\u{10fffd}';
    const text = plain(makePdf(documentOf('sv', [`Nej ${unassigned}`])));
    expect(text).toContain('/StructTreeRoot');
    expect(text).not.toContain('pdfuaid');
  });

  it('in Arabic has its words whole, for those who listen to it', async () => {
    // Much of what the portal itself says in Arabic: every letter, in every shape. Without vowel signs: a letter that
    // bears one has its right text beside it, where this reader doesn't look.
    const answer = textsIn(arabic).filter((text) => !/[{<]/.test(text));
    const document = JSON.parse(JSON.stringify(documentOf('ar', answer)).replaceAll(/\p{M}/gu, ''));
    const words = arabicWords(textsIn(document.sections).concat(document.title, document.lead));
    expect(words.length).toBeGreaterThan(200);
    const read = new Set(arabicWords(await textOf(makePdf(document))));
    expect(words.filter((word) => !read.has(word))).toEqual([]);
  });
});
