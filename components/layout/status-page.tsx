import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { StatusTitle } from './status-title';

type Kind = 'not-found' | 'forbidden' | 'unauthorized';

/** Its title, which tells a tab and a screen reader what has happened. */
export const statusTitle = (lang: Language, kind: Kind): Metadata => ({
  title: texts(lang)(`common:${kind}.title`),
});

/** A page that can't be shown: why, and where to go instead. */
export function StatusPage({ lang, kind, linkTo }: { lang: Language; kind: Kind; linkTo: string }) {
  const t = texts(lang);
  return (
    <>
      <StatusTitle title={t(`common:${kind}.title`)} />
      <PageHeading lead={t(`common:${kind}.text`)}>{t(`common:${kind}.title`)}</PageHeading>
      <div>
        <ButtonLink href={href(lang, linkTo)}>{t(`common:${kind}.link`)}</ButtonLink>
      </div>
    </>
  );
}
