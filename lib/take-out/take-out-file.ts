import 'server-only';
import { instantText } from '@/lib/kernel/date-text';
import { texts } from '@/lib/platform/i18n';
import { makePdf } from '@/lib/platform/pdf/make-pdf';
import { pdfFrame, written } from '@/lib/platform/pdf/pdf-document';
import { getTenant } from '@/lib/tenants/api';
import type { Taking } from './section';
import { makeTakeOut, type TakeOut } from './take-out';

export const takeOutFormats = ['pdf', 'json'] as const;
export type TakeOutFormat = (typeof takeOutFormats)[number];

export interface TakenFileOut {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** What stands on the paper beside what was taken out. */
export interface Cover {
  fileName: string;
  title: string;
  lead: (municipality: string) => string;
  /** what it is of: a case's number, a year */
  of: { label: string; value: string };
  closing: string;
  footer: string;
}

/** One file of all that was taken out: to read, or for another program. */
export async function takeOutFile<T extends Taking>(
  thing: TakeOut<T>,
  taking: T,
  { format, at, cover }: { format: TakeOutFormat; at: Date; cover: Cover },
): Promise<TakenFileOut> {
  const { lang } = taking;
  const { name: municipality, profile } = await getTenant(taking.actor.tenantId);
  const { json, printed } = await makeTakeOut(thing, taking, { at, municipality });
  if (format === 'json') {
    const bytes = Buffer.from(JSON.stringify(json, null, 2), 'utf8');
    return { name: `${cover.fileName}.json`, mediaType: 'application/json; charset=utf-8', bytes };
  }
  const bytes = makePdf({
    ...pdfFrame({ name: municipality, arms: profile.arms }, lang, at),
    title: cover.title,
    lead: [cover.lead(municipality)],
    facts: [
      { label: cover.of.label, value: written(cover.of.value) },
      { label: texts(lang)('take-out:pdf.taken'), value: written(instantText(at, lang)) },
    ],
    sections: printed,
    closing: [cover.closing],
    footer: cover.footer,
  });
  return { name: `${cover.fileName}.pdf`, mediaType: 'application/pdf', bytes };
}
