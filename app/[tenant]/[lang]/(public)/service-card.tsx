import { LinkCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
import type { Guide } from '@/lib/catalogue/domain/definition';
import { languageOf } from '@/lib/catalogue/domain/texts';
import type { ServiceListItem } from '@/lib/catalogue/queries/list-services';
import { href, type Language } from '@/lib/platform/i18n';

/** A service in the catalogue or among what a search found. */
export function ServiceCard({
  service: { slug, name, summary, language },
  lang,
  level = 3,
}: {
  service: ServiceListItem;
  lang: Language;
  level?: 2 | 3;
}) {
  const inItsLanguage = (words: string) => (
    <InLanguage lang={language} on={lang}>
      {words}
    </InLanguage>
  );
  return (
    <LinkCard level={level} href={href(lang, `/services/${slug}`)} title={inItsLanguage(name)}>
      {inItsLanguage(summary)}
    </LinkCard>
  );
}

/** The way in for who doesn't know what her need is called. */
export function GuideCard({ guide, lang, level = 3 }: { guide: Guide; lang: Language; level?: 2 | 3 }) {
  const language = languageOf(guide, lang);
  const inItsLanguage = (texts: Guide['name']) => (
    <InLanguage lang={language} on={lang}>
      {texts[language]}
    </InLanguage>
  );
  return (
    <LinkCard level={level} href={href(lang, '/guide')} title={inItsLanguage(guide.name)}>
      {inItsLanguage(guide.summary)}
    </LinkCard>
  );
}
