import { InLanguage } from '@/components/ui/in-language';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import type { AppealDraft } from '@/lib/cases/domain/appeal-content';
import type { CalendarDate } from '@/lib/kernel/calendar-date';
import { dateText } from '@/lib/kernel/date-text';
import { isolated } from '@/lib/kernel/isolated';
import type { Said } from '@/lib/kernel/said';
import type { ScanState } from '@/lib/kernel/scan-state';
import { type Language, texts } from '@/lib/platform/i18n';
import { SentFiles } from './sent-files';

export interface AboutAppeal {
  title: Said;
  caseNumber: string;
  decidedOn: CalendarDate;
  name: string;
  /** as people write it */
  nationalId: string;
}

/** Which decision, and who appeals it: what goes with an appeal without being written. */
export function AppealFacts({
  about: { title, caseNumber, decidedOn, name, nationalId },
  more = [],
  lang,
}: {
  about: AboutAppeal;
  more?: { term: string; value: string }[];
  lang: Language;
}) {
  const t = texts(lang);
  return (
    <SummaryList
      rows={[
        {
          term: t('appeals:decision'),
          value: t('appeals:decision-value', {
            date: dateText(decidedOn, lang),
            number: isolated(caseNumber),
          }),
        },
        {
          term: t('appeals:about'),
          value: (
            <InLanguage lang={title.lang} on={lang}>
              {title.text}
            </InLanguage>
          ),
        },
        {
          term: t('appeals:who'),
          value: (
            <>
              <bdi>{name}</bdi>, <bdi>{nationalId}</bdi>
            </>
          ),
        },
        ...more,
      ]}
    />
  );
}

/** All that she has written of an appeal, as it is sent or was. */
export function AppealContent({
  content,
  files,
  lang,
}: {
  content: AppealDraft;
  files: readonly { id: string; name: string; state: ScanState }[];
  lang: Language;
}) {
  const t = texts(lang);
  const parts = ['change', 'reasons', 'evidence', 'address', 'phone', 'email'] as const;
  return (
    <Prose>
      {parts.map((part) => (
        <section key={part}>
          <h3>{t(`appeals:${part}`)}</h3>
          {content[part].trim() === '' ? (
            <p>{t('appeals:none')}</p>
          ) : (
            <p dir="auto" className="ms-as-written">
              {content[part]}
            </p>
          )}
        </section>
      ))}
      <section>
        <h3>{t('appeals:files')}</h3>
        {files.length === 0 ? <p>{t('appeals:none')}</p> : <SentFiles files={files} t={t} />}
      </section>
    </Prose>
  );
}
