import { Alert } from '@/components/ui/alert';
import { Details } from '@/components/ui/details';
import { SummaryList } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { GoneAnswer } from '@/lib/applications/domain/move-state';
import type { Translate } from '@/lib/platform/i18n';

export interface MoveTold {
  isTold: boolean;
  lookAgain: readonly { slug: string; title: string }[];
  gone: readonly GoneAnswer[];
}

/**
 * After the municipality has published a newer form: told once, over the first page she comes to; after that only the
 * pages that she must look at again say so themselves.
 */
export function MoveNotice({
  news: { isTold, lookAgain, gone },
  slug,
  t,
  pageHref,
}: {
  news: MoveTold;
  /** the page it stands on */
  slug: string;
  t: Translate;
  pageHref: (slug: string) => string;
}) {
  const isHere = lookAgain.some((page) => page.slug === slug);
  return (
    <>
      {!isTold && (
        <Alert title={t('applications:move.title')}>
          <p>{t('applications:move.kept')}</p>
          {lookAgain.length > 0 && (
            <>
              <p>{t('applications:move.look')}</p>
              <ul>
                {lookAgain.map((page) => (
                  <li key={page.slug}>
                    <TextLink href={pageHref(page.slug)}>{page.title}</TextLink>
                  </li>
                ))}
              </ul>
            </>
          )}
          <GoneAnswers gone={gone} t={t} />
        </Alert>
      )}
      {isHere && (
        <Alert kind="warning" title={t('applications:move.page-title')}>
          {t('applications:move.page-text')}
        </Alert>
      )}
    </>
  );
}

/** Answers that no question of the form has any more, to be read. Nothing where there are none. */
export function GoneAnswers({ gone, t }: { gone: readonly GoneAnswer[]; t: Translate }) {
  if (gone.length === 0) return null;
  return (
    <Details summary={t('applications:move.gone')}>
      <p>{t('applications:move.gone-text')}</p>
      <SummaryList
        rows={gone.map(({ question, answer }) => ({
          term: question,
          value: answer.map((line, index) => (
            <div key={index}>
              <bdi>{line}</bdi>
            </div>
          )),
        }))}
      />
    </Details>
  );
}
