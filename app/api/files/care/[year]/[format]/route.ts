import { notFound } from '@/lib/platform/errors';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { takeOutCare } from '@/lib/take-out/commands/take-out-care';
import { takeOutFormats } from '@/lib/take-out/take-out-file';
import { answerWithFile } from '../../../file-answer';

/** A year of her care as a file, or a month of it (`?month`), in the language of the page that asked (`?lang`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ year: string; format: string }> },
): Promise<Response> {
  const { year, format: asked } = await params;
  const query = new URL(request.url).searchParams;
  const [language, month] = [query.get('lang'), query.get('month')];
  return answerWithFile('take-out-care', async (actor) => {
    const format = takeOutFormats.find((one) => one === asked);
    if (!format || !/^\d{4}$/.test(year)) throw notFound();
    if (month !== null && !/^([1-9]|1[0-2])$/.test(month)) throw notFound();
    const lang = isLanguage(language) ? language : defaultLanguage;
    return takeOutCare(actor, { year: Number(year), ...(month && { month: Number(month) }), format, lang });
  });
}
