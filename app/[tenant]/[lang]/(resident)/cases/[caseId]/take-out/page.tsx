import type { Metadata } from 'next';
import { CaseCaption } from '@/components/cases/case-caption';
import { BackLink } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { Prose } from '@/components/ui/prose';
import { getCase } from '@/lib/cases/queries/get-case';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';

type Props = ResidentParams<{ caseId: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  return { title: texts(lang as Language)('take-out:page.title') };
}

/** What is in the file and what isn't, before it is fetched. */
export default async function TakeOutPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const theCase = await orNotFound(getCase(actor, path.caseId, lang));
  const { decisions } = theCase;
  const file = (format: 'pdf' | 'json') => `/api/files/cases/${path.caseId}/${format}?lang=${lang}`;
  return (
    <>
      <BackLink href={href(lang, `/cases/${path.caseId}`)}>{t('case-rights:delay.back')}</BackLink>
      <PageHeading caption={<CaseCaption of={theCase} lang={lang} />} lead={t('take-out:page.lead')}>
        {t('take-out:page.title')}
      </PageHeading>
      <Prose>
        <ul>
          <li>{t('take-out:page.files')}</li>
          {decisions.some(({ openedAt }) => openedAt === null) && <li>{t('take-out:page.sealed')}</li>}
          <li>{t('take-out:page.safe')}</li>
        </ul>
      </Prose>
      <ButtonGroup>
        <ButtonLink href={file('pdf')} icon="document">
          {t('take-out:page.pdf')}
        </ButtonLink>
        <ButtonLink href={file('json')} variant="secondary" icon="document">
          {t('take-out:page.json')}
        </ButtonLink>
      </ButtonGroup>
      <p>
        {t('take-out:page.json-for')}{' '}
        <a className="ds-link" href="/api/schemas/case/1">
          {t('take-out:page.schema')}
        </a>
      </p>
    </>
  );
}
