import { InLanguage } from '@/components/ui/in-language';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

/** Over the heading of a page about something in a case: which case. */
export const CaseCaption = ({
  of: { title, number },
  lang,
}: {
  of: { title: Said; number: string };
  lang: Language;
}) => (
  <>
    <InLanguage lang={title.lang} on={lang}>
      {title.text}
    </InLanguage>{' '}
    · <bdi>{texts(lang)('cases:case.number', { number })}</bdi>
  </>
);
