import { notFound } from '@/lib/platform/errors';
import { defaultLanguage, isLanguage } from '@/lib/platform/i18n';
import { takeOutCase } from '@/lib/take-out/commands/take-out-case';
import { takeOutFormats } from '@/lib/take-out/take-out-file';
import { answerWithFile } from '../../../file-answer';

/** One of her cases as a file, in the language of the page that asked (`?lang`). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ caseId: string; format: string }> },
): Promise<Response> {
  const { caseId, format: asked } = await params;
  const language = new URL(request.url).searchParams.get('lang');
  return answerWithFile('take-out-case', async (actor) => {
    const format = takeOutFormats.find((one) => one === asked);
    if (!format) throw notFound();
    return takeOutCase(actor, { caseId, format, lang: isLanguage(language) ? language : defaultLanguage });
  });
}
