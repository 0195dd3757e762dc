import 'server-only';
import { getCareOfYear, listCareYears } from '@/lib/care-information/api';
import { firstDayOf } from '@/lib/care-information/domain/days';
import { monthText } from '@/lib/kernel/date-text';
import type { Actor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { now } from '@/lib/platform/clock';
import { write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { type Language, texts } from '@/lib/platform/i18n';
import { requireMay } from '../access';
import { listPaperMonths } from '../queries/list-paper-months';
import { careTakeOut } from '../take-out';
import { type TakenFileOut, type TakeOutFormat, takeOutFile } from '../take-out-file';

interface Asked {
  year: number;
  /** of a year that is too much for one document */
  month?: number | undefined;
  format: TakeOutFormat;
  lang: Language;
}

/**
 * A year of her care as one file: her plans as they stand, and the visits and notes of that year. By years, since many
 * visits a day for a life would be a file that nobody can open; a year of so many is on paper by months.
 */
export async function takeOutCare(actor: Actor, { year, month, format, lang }: Asked): Promise<TakenFileOut> {
  requireMay(actor, 'take-out-own');
  if (!(await listCareYears(actor)).includes(year)) throw notFound();
  const months = format === 'pdf' ? await listPaperMonths(actor, year) : [];
  if (month === undefined ? months.length > 0 : !months.includes(month)) throw notFound();
  const t = texts(lang);
  const first = firstDayOf({ year, month });
  const said = month ? monthText(first, lang) : String(year);
  const cover = {
    fileName: t('take-out:care.file-name', { year: month ? first.slice(0, 7) : year }),
    title: t('take-out:care.pdf-title', { year: said }),
    lead: (municipality: string) => t('take-out:care.pdf-lead', { municipality }),
    of: { label: t(month ? 'take-out:care.month' : 'take-out:care.year'), value: said },
    closing: t('take-out:care.pdf-closing'),
    footer: t('take-out:care.pdf-title', { year: said }),
  };
  const taking = { actor, lang, t, care: await getCareOfYear(actor, year, month) };
  const file = await takeOutFile(careTakeOut, taking, { format, at: now(), cover });
  await write(actor, (tx) =>
    auditInTx(tx, actor, {
      action: 'take-out.take-out-care',
      subjectPersonId: actor.personId,
      objectType: 'care',
      reason: `${month ? first.slice(0, 7) : year} ${format}`,
    }),
  );
  return file;
}
