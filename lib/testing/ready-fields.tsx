import { prerender } from 'react-dom/static';
import { PageForm } from '@/components/forms/page-form';
import { compilePage } from '@/lib/catalogue/domain/form-page';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { texts } from '@/lib/platform/i18n';
import { everyKind } from './every-kind';

/**
 * Has the questions' markup that is fetched when needed (components/forms/form-field.tsx) there: a test that draws at
 * once can't wait for it, as a server does.
 */
export async function readyFields(): Promise<void> {
  const options = {
    language: 'sv',
    today: calendarDate('2026-11-24'),
    answers: {},
    homes: [],
    children: [],
    self: null,
  };
  const page = compilePage(everyKind, 'two', options);
  if (!page) throw new Error('The form of every kind has no second page');
  await prerender(
    <PageForm
      page={page}
      texts={pageTexts(texts('sv'))}
      version={1}
      action={async (state) => state}
      autosave={async () => ({ status: 'failed' })}
      latestHref="/"
    />,
  );
}
