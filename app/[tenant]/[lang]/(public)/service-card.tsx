import { LinkCard } from '@/components/ui/card';
import { InLanguage } from '@/components/ui/in-language';
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
