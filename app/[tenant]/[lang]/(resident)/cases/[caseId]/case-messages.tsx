import { Section } from '@/components/layout/section';
import { ThreadList } from '@/components/messages/thread-list';
import { ButtonLink } from '@/components/ui/button';
import { shortDateText } from '@/lib/kernel/date-text';
import type { CaseThreads } from '@/lib/messages/queries/list-case-threads';
import { href, type Language, type Translate } from '@/lib/platform/i18n';

/** What has been written about the case, and the way to write, for as long as there is one. */
export function CaseMessages({
  caseId,
  found: { threads, openness, hasDraft },
  lang,
  t,
}: {
  caseId: string;
  found: CaseThreads;
  lang: Language;
  t: Translate;
}) {
  const { closed, lastOn } = openness;
  const date = lastOn ? shortDateText(lastOn, lang) : '';
  return (
    <Section id="messages" title={t('messages:list.title')}>
      {threads.length === 0 ? (
        <p>{t('messages:case.none')}</p>
      ) : (
        <ThreadList threads={threads} lang={lang} level={3} ofCase />
      )}
      {closed ? (
        <p>{closed === 'status' ? t('messages:closed.status') : t('messages:closed.case-ended', { date })}</p>
      ) : (
        <>
          {lastOn && <p>{t('messages:closed.last-on', { date })}</p>}
          <p>
            <ButtonLink variant="secondary" icon="mail" href={href(lang, `/cases/${caseId}/messages/new`)}>
              {t(hasDraft ? 'messages:case.go-on' : 'messages:case.write')}
            </ButtonLink>
          </p>
        </>
      )}
    </Section>
  );
}
