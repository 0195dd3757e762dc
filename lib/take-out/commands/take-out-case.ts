import 'server-only';
import { getCase } from '@/lib/cases/api';
import { instantText } from '@/lib/kernel/date-text';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { type Language, texts } from '@/lib/platform/i18n';
import { makePdf } from '@/lib/platform/pdf/make-pdf';
import { pdfFrame, written } from '@/lib/platform/pdf/pdf-document';
import { getTenant } from '@/lib/tenants/api';
import { requireMay } from '../access';
import { makeTakeOut, type TakenOut } from '../take-out';

export const takeOutFormats = ['pdf', 'json'] as const;
export type TakeOutFormat = (typeof takeOutFormats)[number];

interface Asked {
  caseId: string;
  format: TakeOutFormat;
  lang: Language;
}

/**
 * Everything that she may see of one of her cases, as one file. It is read by the queries that her pages are read by, so
 * it can hold nothing that she can't see there; that she took it out is written in the audit log.
 */
export async function takeOutCase(
  actor: Actor,
  { caseId, format, lang }: Asked,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  requireMay(actor, 'take-out-own');
  const { name: municipality, profile } = await getTenant(actor.tenantId);
  const t = texts(lang);
  const at = now();
  const theCase = await getCase(actor, caseId, lang);
  const taken = await makeTakeOut({ actor, lang, t, theCase }, { at, municipality });
  await write(actor, (tx) =>
    auditInTx(tx, actor, {
      action: 'take-out.take-out-case',
      subjectPersonId: actor.personId,
      objectType: 'case',
      objectId: caseId,
      reason: format,
    }),
  );
  const fileName = t('take-out:file-name', { number: theCase.number });
  if (format === 'json') {
    const bytes = Buffer.from(JSON.stringify(taken.json, null, 2), 'utf8');
    return { name: `${fileName}.json`, mediaType: 'application/json; charset=utf-8', bytes };
  }
  const frame = pdfFrame({ name: municipality, arms: profile.arms }, lang, at);
  const { number, title } = theCase;
  const facts = { frame, number, title: title.text, municipality, lang, at };
  return { name: `${fileName}.pdf`, mediaType: 'application/pdf', bytes: printedPdf(taken, facts) };
}

function printedPdf(
  { printed }: TakenOut,
  {
    frame,
    number,
    title,
    municipality,
    lang,
    at,
  }: {
    frame: ReturnType<typeof pdfFrame>;
    number: string;
    title: string;
    municipality: string;
    lang: Language;
    at: Date;
  },
): Buffer {
  const t = texts(lang);
  return makePdf({
    ...frame,
    title: t('take-out:pdf.title', { title }),
    lead: [t('take-out:pdf.lead', { municipality })],
    facts: [
      { label: t('take-out:pdf.number'), value: written(number) },
      { label: t('take-out:pdf.taken'), value: written(instantText(at, lang)) },
    ],
    sections: printed,
    closing: [t('take-out:pdf.closing')],
    footer: t('take-out:pdf.footer', { number, title }),
  });
}
