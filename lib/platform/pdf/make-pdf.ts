import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { log } from '../log';
import type { PdfDocument } from './pdf-document';
import { pdfTemplate } from './pdf-template';

// Inter for Latin, Greek and Cyrillic, Amiri for Arabic: as files that Typst can read, the same on every machine. An
// Arabic letter must be one glyph in its font, or the words are taken apart for those who listen (decision 0063).
const fonts = [
  'inter/400Regular/Inter_400Regular.ttf',
  'inter/700Bold/Inter_700Bold.ttf',
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
];

const folder = (...parts: string[]) => join(/* turbopackIgnore: true */ process.cwd(), ...parts);

let compiler: NodeCompiler | undefined;

function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    fontArgs: [
      { fontBlobs: fonts.map((file) => readFileSync(folder('node_modules', '@expo-google-fonts', file))) },
    ],
  });
  return compiler;
}

/**
 * A tagged PDF for people and screen readers (PDF/UA-1). What somebody wrote may hold a sign that no font here can draw;
 * the standard forbids that, so such a document is tagged just the same but makes no claim.
 */
export function makePdf(document: PdfDocument): Buffer {
  const { municipality, ...rest } = document;
  const data = { ...rest, municipality: municipality.name, arms: readArms(municipality.arms) };
  const made = typst().compile({
    mainFileContent: pdfTemplate,
    inputs: { document: JSON.stringify(data) },
  });
  try {
    if (!made.result) throw new Error('The document could not be laid out');
    return typst().pdf(made.result, { pdfStandard: 'ua-1' });
  } catch (error) {
    if (!made.result) throw error;
    log.warn('a PDF was made without claiming PDF/UA: it holds a sign that no font can draw');
    return typst().pdf(made.result);
  } finally {
    // What one person wrote doesn't stay in the compiler's memory of earlier work.
    typst().evictCache(0);
  }
}

/** From the files that the portal itself serves; the address is a municipality's own setting. */
const readArms = (address: string): string => readFileSync(folder('public', address), 'utf8');
