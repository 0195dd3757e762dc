import { notFound } from '@/lib/platform/errors';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { takeOutCare } from '@/lib/take-out/commands/take-out-care';
import { takeOutFormats } from '@/lib/take-out/take-out-file';
import { answerWithFile } from '../../../file-answer';

/** A year of her care as a file, in the language of the page that asked (`?lang`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ year: string; format: string }> },
): Promise<Response> {
  const { year, format: asked } = await params;
  const language = new URL(request.url).searchParams.get('lang');
  return answerWithFile('take-out-care', async (actor) => {
    const format = takeOutFormats.find((one) => one === asked);
    if (!format || !/^\d{4}$/.test(year)) throw notFound();
    const lang = isLanguage(language) ? language : defaultLanguage;
    return takeOutCare(actor, { year: Number(year), format, lang });
  });
}
