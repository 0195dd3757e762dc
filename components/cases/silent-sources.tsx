import { Alert } from '@/components/ui/alert';
import { SentenceWith } from '@/components/ui/in-language';
import { instantText } from '@/lib/kernel/date-text';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

/** Says which sources don't answer, since when, and that what is shown of theirs is what they told last. */
export function SilentSources({
  sources,
  lang,
}: {
  sources: readonly { systemId: string; name: Said; since: Date }[];
  lang: Language;
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
      {t('cases:source.text', { when: instantText(since, lang) })}
    </Alert>
  ));
}
