import { LinkCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import { Tag } from '@/components/ui/tag';
import { instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, texts } from '@/lib/platform/i18n';

interface Thread {
  id: string;
  title: Said;
  caseNumber: string | null;
  subject: string | null;
  lastMessageAt: Date;
  lastAuthor: 'resident' | 'office';
  unread: number;
  hasDraft: boolean;
  hasUndelivered: boolean;
}

/** Threads, each with what she has not read and what is not done. `ofCase`: on the case's own page its name is left out. */
export function ThreadList({
  threads,
  lang,
  level,
  ofCase = false,
}: {
  threads: readonly Thread[];
  lang: Language;
  level: 2 | 3;
  ofCase?: boolean;
}) {
  const t = texts(lang);
  const inGeneral = (caseNumber: string | null) =>
    t(caseNumber === null ? 'messages:list.about-service' : 'messages:list.about-case');
  return (
    <ul className="ms-plain-list ms-stack">
      {threads.map((one) => (
        <li key={one.id}>
          <LinkCard
            level={level}
            icon="mail"
            href={href(lang, `/messages/${one.id}`)}
            title={<bdi>{one.subject ?? inGeneral(one.caseNumber)}</bdi>}
            meta={
              <>
                {one.unread > 0 && <Tag color="info">{t('messages:list.unread', { count: one.unread })}</Tag>}
                {one.hasUndelivered && <Tag color="warning">{t('messages:list.undelivered')}</Tag>}
                {one.hasDraft && <Tag>{t('messages:list.draft')}</Tag>}
              </>
            }
          >
            {!ofCase && (
              <p>
                <InLanguage lang={one.title.lang} on={lang}>
                  {one.title.text}
                </InLanguage>
                {one.caseNumber !== null && (
                  <>
                    {' · '}
                    <bdi>{t('cases:case.number', { number: one.caseNumber })}</bdi>
                  </>
                )}
              </p>
            )}
            <p>
              {t(one.lastAuthor === 'office' ? 'messages:list.latest-office' : 'messages:list.latest-you', {
                when: instantText(one.lastMessageAt, lang),
              })}
            </p>
          </LinkCard>
        </li>
      ))}
    </ul>
  );
}
