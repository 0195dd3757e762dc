import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { href, type Language, texts } from '@/lib/platform/i18n';

/** A page that can't be shown: why, and where to go instead. */
export function StatusPage({
  lang,
  kind,
  linkTo,
}: {
  lang: Language;
  kind: 'not-found' | 'forbidden' | 'unauthorized';
  linkTo: string;
}) {
  const t = texts(lang);
  return (
    <>
      <PageHeading lead={t(`common:${kind}.text`)}>{t(`common:${kind}.title`)}</PageHeading>
      <div>
        <ButtonLink href={href(lang, linkTo)}>{t(`common:${kind}.link`)}</ButtonLink>
      </div>
    </>
  );
}
