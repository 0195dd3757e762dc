import type { Metadata } from 'next';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { Tag } from '@/components/ui/tag';
import { listOfficerHours, type OfficerHours } from '@/lib/appointments/queries/list-officer-hours';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { waysText } from '../ways-text';
import { endOpening } from './actions';
import { openingText } from './opening-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:officers.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** So many are found by looking; of more, names lead to each. */
const MANY = 8;

/** Who can be met, and when. */
export default async function HoursPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const [{ officers }, { done }] = await Promise.all([listOfficerHours(actor), searchParams]);
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/admin/appointments'), text: t('hours:title') }]}
      />
      <PageHeading lead={t('hours:officers.lead')}>{t('hours:officers.title')}</PageHeading>
      {(done === 'added' || done === 'changed' || done === 'removed') && (
        <Alert kind="success" live="status">
          {t(`hours:officers.${done}`)}
        </Alert>
      )}
      {officers.length === 0 && (
        <EmptyState
          level={2}
          title={t('hours:officers.none')}
          action={
            <ButtonLink href={href(lang, '/admin/appointments/officers/new')}>
              {t('meetings:officers.add')}
            </ButtonLink>
          }
        >
          {t('hours:officers.none-text')}
        </EmptyState>
      )}
      {officers.length > MANY && (
        <nav aria-label={t('hours:officers.go-to')}>
          <ul className="ms-plain-list ms-name-links">
            {officers.map(({ id, name }) => (
              <li key={id}>
                <a className="ds-link" href={`#officer-${id}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="ms-stack">
        {officers.map((officer) => (
          <OfficerCard key={officer.id} officer={officer} lang={lang} t={t} />
        ))}
      </div>
    </>
  );
}

function OfficerCard({
  officer: { id, name, unit, isOpen, isSystems, types, openings },
  lang,
  t,
}: {
  officer: OfficerHours;
  lang: StaffLanguage;
  t: Translate;
}) {
  return (
    <Card as="section" labelledBy={`officer-${id}`}>
      <Heading level={2} size="xs" id={`officer-${id}`}>
        {name}
      </Heading>
      <p>
        {unit} {!isOpen && <Tag color="warning">{t('hours:officers.closed')}</Tag>}
      </p>
      <p className="ms-quiet">
        {t('hours:officers.takes')}:{' '}
        {types.length > 0 ? <span lang="sv">{types.join(', ')}</span> : t('hours:officers.takes-nothing')}
      </p>
      {openings.length === 0 ? (
        <p>{t('hours:officers.no-hours')}</p>
      ) : (
        <ul className="ms-plain-list ms-stack">
          {openings.map((opening) => {
            const when = openingText(opening, lang, t);
            return (
              <li key={opening.id}>
                <strong>{when}</strong>
                <p>{waysText(opening.ways, lang, t, opening.place ?? undefined)}</p>
                <ButtonGroup>
                  <ButtonLink
                    variant="tertiary"
                    size="sm"
                    href={href(lang, `/admin/appointments/hours/${id}/${opening.id}`)}
                  >
                    {t('hours:officers.change')}
                    <span className="ds-sr-only">: {t('hours:officers.remove-which', { when, name })}</span>
                  </ButtonLink>
                  <details className="ms-confirm">
                    <summary className="ds-button" data-variant="tertiary" data-color="danger" data-size="sm">
                      {t('hours:officers.remove')}
                      <span className="ds-sr-only">: {t('hours:officers.remove-which', { when, name })}</span>
                    </summary>
                    <form action={endOpening} className="ms-stack" data-gap="sm">
                      <input type="hidden" name="openingId" value={opening.id} />
                      <p>{t('hours:officers.remove-means')}</p>
                      <div>
                        <SubmitButton color="danger" size="sm" pendingText={t('common:working')}>
                          {t('hours:officers.remove-now')}
                        </SubmitButton>
                      </div>
                    </form>
                  </details>
                </ButtonGroup>
              </li>
            );
          })}
        </ul>
      )}
      {!isSystems && (
        <p>
          <ButtonLink variant="secondary" size="sm" href={href(lang, `/admin/appointments/hours/${id}`)}>
            {t('hours:officers.add')}
            <span className="ds-sr-only">: {name}</span>
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
