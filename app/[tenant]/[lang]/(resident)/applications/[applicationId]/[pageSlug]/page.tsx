import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { MoveNotice } from '@/components/forms/move-notice';
import { PageForm } from '@/components/forms/page-form';
import { BackLink } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { openDraft } from '@/lib/applications/commands/open-draft';
import { getApplicationPage } from '@/lib/applications/queries/get-application-page';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { spokenIn } from '@/lib/kernel/said';
import type { ResidentActor } from '@/lib/platform/actor';
import { href, type Language, texts } from '@/lib/platform/i18n';
import { orNotFound } from '../../../not-found-page';
import { type ResidentParams, residentPage } from '../../../resident-page';
import { autosavePage, savePage } from './actions';
import { notesOn } from './prefill-notes';

interface Props extends ResidentParams<{ applicationId: string; pageSlug: string }> {
  searchParams: Promise<{ from?: string | string[]; form?: string | string[] }>;
}

// The page and its title ask for the same: once per request.
const find = cache(async (actor: ResidentActor, applicationId: string, slug: string, language: Language) => {
  await openDraft(actor, { applicationId, slug, language });
  return orNotFound(getApplicationPage(actor, { applicationId, slug, language }));
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, t, actor, path } = await residentPage(props);
  const found = await find(actor, path.applicationId, path.pageSlug, lang);
  if (found.kind !== 'page') return {};
  const { page, serviceName: service } = found;
  return { title: t('applications:page.document-title', { page: page.title, service }) };
}

/** One page of the form. It is saved by itself, and by each of its buttons. */
export default async function FormPage(props: Props) {
  const { lang, t, actor, path } = await residentPage(props);
  const { applicationId, pageSlug } = path;
  const here = `/applications/${applicationId}`;
  const found = await find(actor, applicationId, pageSlug, lang);
  if (found.kind === 'submitted') redirect(href(lang, `${here}/receipt`));
  if (found.kind === 'elsewhere') redirect(href(lang, `${here}/${found.slug}`));

  const { page, version, serviceName: service, language, step, of, previous, savedAt, files } = found;
  const { prefilled, move } = found;
  const spoken = texts(language);
  const { from, form } = await props.searchParams;
  const fromCheck = from === 'check';
  const back = fromCheck ? `${here}/check` : previous === null ? '/overview' : `${here}/${previous}`;
  const place = { applicationId, page: pageSlug, fromCheck, language };
  return (
    <>
      <BackLink href={href(lang, back)}>
        {t(
          fromCheck
            ? 'applications:page.back-to-check'
            : previous === null
              ? 'common:nav.overview'
              : 'common:back',
        )}
      </BackLink>
      <div {...spokenIn(language, lang)}>
        {move && (
          <MoveNotice
            news={move}
            slug={pageSlug}
            t={spoken}
            pageHref={(slug) => href(lang, `${here}/${slug}`)}
          />
        )}
        <PageForm
          // A page of an older form, once kept, is drawn from the beginning. Not by the form's version: without JavaScript
          // what the server says of a posted page reaches it by this key, also when the form has changed since.
          key={`${pageSlug} ${form}`}
          page={page}
          texts={pageTexts(spoken)}
          version={version}
          files={files}
          applicationId={applicationId}
          caption={spoken('applications:page.caption', { service, step, of })}
          action={savePage.bind(null, place)}
          autosave={autosavePage.bind(null, place)}
          latestHref={href(lang, `${here}/${pageSlug}`)}
          beforehand={notesOn(prefilled, language)}
        />
      </div>
      {savedAt && (
        <p className="ms-page-caption ms-last-saved">
          {t('applications:page.last-saved')} <InstantText at={savedAt} lang={lang} />
        </p>
      )}
    </>
  );
}
