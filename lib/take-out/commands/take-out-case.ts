import 'server-only';
import { getCase } from '@/lib/cases/api';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { type Language, texts } from '@/lib/platform/i18n';
import { requireMay } from '../access';
import { caseTakeOut } from '../take-out';
import { type TakenFileOut, type TakeOutFormat, takeOutFile } from '../take-out-file';

interface Asked {
  caseId: string;
  format: TakeOutFormat;
  lang: Language;
}

/**
 * Everything that she may see of one of her cases, as one file. It is read by the queries that her pages are read by, so
 * it can hold nothing that she can't see there; that she took it out is written in the audit log.
 */
export async function takeOutCase(actor: Actor, { caseId, format, lang }: Asked): Promise<TakenFileOut> {
  requireMay(actor, 'take-out-own');
  const t = texts(lang);
  const theCase = await getCase(actor, caseId, lang);
  const { number, title } = theCase;
  const cover = {
    fileName: t('take-out:file-name', { number }),
    title: t('take-out:pdf.title', { title: title.text }),
    lead: (municipality: string) => t('take-out:pdf.lead', { municipality }),
    of: { label: t('take-out:pdf.number'), value: number },
    closing: t('take-out:pdf.closing'),
    footer: t('take-out:pdf.footer', { number, title: title.text }),
  };
  const taking = { actor, lang, t, theCase };
  const file = await takeOutFile(caseTakeOut, taking, { format, at: now(), cover });
  await write(actor, (tx) =>
    auditInTx(tx, actor, {
      action: 'take-out.take-out-case',
      subjectPersonId: actor.personId,
      objectType: 'case',
      objectId: caseId,
      reason: format,
    }),
  );
  return file;
}
