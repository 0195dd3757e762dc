import { Alert } from '@/components/ui/alert';
import { SentenceWith } from '@/components/ui/in-language';
import { instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

/** Says which sources don't answer, since when, and what that means for what is shown of theirs. */
export function SilentSources({
  sources,
  lang,
  text = 'cases:source.text',
}: {
  sources: readonly { systemId: string; name: Said; since: Date }[];
  lang: Language;
  text?: 'cases:source.text' | 'care:silent';
}) {
  const t = texts(lang);
  return sources.map(({ systemId, name, since }) => (
    <Alert
      key={systemId}
      kind="warning"
      title={
        <SentenceWith words={name} on={lang} sentence={(source) => t('cases:source.silent', { source })} />
      }
    >
      {t(text, { when: instantText(since, lang) })}
    </Alert>
  ));
}
