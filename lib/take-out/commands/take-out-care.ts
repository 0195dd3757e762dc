import 'server-only';
import { getCareOfYear, listCareYears } from '@/lib/care-information/api';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { type Language, texts } from '@/lib/platform/i18n';
import { requireMay } from '../access';
import { careTakeOut } from '../take-out';
import { type TakenFileOut, type TakeOutFormat, takeOutFile } from '../take-out-file';

interface Asked {
  year: number;
  format: TakeOutFormat;
  lang: Language;
}

/**
 * A year of her care as one file: her plans as they stand, and the visits and notes of that year. By years, since many
 * visits a day for a life would be a file that nobody can open.
 */
export async function takeOutCare(actor: Actor, { year, format, lang }: Asked): Promise<TakenFileOut> {
  requireMay(actor, 'take-out-own');
  if (!(await listCareYears(actor)).includes(year)) throw notFound();
  const t = texts(lang);
  const cover = {
    fileName: t('take-out:care.file-name', { year }),
    title: t('take-out:care.pdf-title', { year }),
    lead: (municipality: string) => t('take-out:care.pdf-lead', { municipality }),
    of: { label: t('take-out:care.year'), value: String(year) },
    closing: t('take-out:care.pdf-closing'),
    footer: t('take-out:care.pdf-title', { year }),
  };
  const taking = { actor, lang, t, care: await getCareOfYear(actor, year) };
  const file = await takeOutFile(careTakeOut, taking, { format, at: now(), cover });
  await write(actor, (tx) =>
    auditInTx(tx, actor, {
      action: 'take-out.take-out-care',
      subjectPersonId: actor.personId,
      objectType: 'care',
      reason: `${year} ${format}`,
    }),
  );
  return file;
}
