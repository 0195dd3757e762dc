import type { Metadata } from 'next';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { listTypeFigures } from '@/lib/appointments/queries/list-type-figures';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { numberText } from '@/lib/kernel/number-text';
import { href, type StaffLanguage, type Translate } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../admin-page';
import { waysText } from './ways-text';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:title') };
}

const figures = ['booked', 'moved', 'cancelled', 'kept', 'missed'] as const;
const columns = ['name', 'ways', 'officers', 'waiting', ...figures] as const;

/** What can be booked: how long people wait for it, and what becomes of what they book. */
export default async function AppointmentTypesPage() {
  const { lang, t, actor } = await adminPage();
  const types = await listTypeFigures(actor);
  return (
    <>
      <PageHeading lead={t('hours:lead')}>{t('hours:title')}</PageHeading>
      <ButtonGroup>
        <ButtonLink variant="secondary" href={href(lang, '/admin/appointments/types')}>
          {t('meetings:types.title')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={href(lang, '/admin/appointments/places')}>
          {t('meetings:places.title')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={href(lang, '/admin/appointments/officers')}>
          {t('meetings:officers.title')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={href(lang, '/admin/appointments/hours')}>
          {t('hours:see-hours')}
        </ButtonLink>
        <ButtonLink variant="secondary" href={href(lang, '/admin/appointments/closed')}>
          {t('hours:see-closed')}
        </ButtonLink>
      </ButtonGroup>
      {types.length === 0 ? (
        <p>{t('hours:types.none')}</p>
      ) : (
        <>
          <Table
            caption={t('hours:types.caption')}
            columns={columns.map((key) => ({
              key,
              title: t(`hours:types.columns.${key}`),
              isNumber: key === 'officers' || figures.some((figure) => figure === key),
            }))}
            rows={types.map((type) => ({
              key: type.id,
              cells: {
                name: (
                  <>
                    <TextLink href={href(lang, `/admin/appointments/types/${type.id}`)}>
                      <span lang="sv">{type.name}</span>
                    </TextLink>{' '}
                    {!type.isOpen && <Tag color="warning">{t('hours:types.closed')}</Tag>}
                  </>
                ),
                ways: waysText(type.ways, lang, t),
                officers: type.officers ?? '–',
                waiting: !type.isOpen ? (
                  '–'
                ) : type.firstFree && type.waitingDays !== null ? (
                  <>
                    {t('hours:types.days', { count: type.waitingDays })}{' '}
                    <span className="ms-quiet ms-nowrap">
                      (<DateText date={dateInSweden(type.firstFree)} lang={lang} short />)
                    </span>
                  </>
                ) : (
                  <Tag color="warning">{t('hours:types.no-time')}</Tag>
                ),
                booked: numberText(type.figures.booked, lang),
                kept: numberText(type.figures.kept, lang),
                missed: numberText(type.figures.missed, lang),
                moved: <Count all={type.figures.moved} own={type.figures.movedByOffice} lang={lang} t={t} />,
                cancelled: (
                  <Count all={type.figures.cancelled} own={type.figures.takenAway} lang={lang} t={t} />
                ),
              },
            }))}
          />
          <p className="ms-quiet">{t('hours:types.figures')}</p>
        </>
      )}
    </>
  );
}

/** How many there are, and how many of them are the municipality's own doing: the rest are residents'. */
function Count({ all, own, lang, t }: { all: number; own: number; lang: StaffLanguage; t: Translate }) {
  return (
    <span>
      {numberText(all, lang)}
      {own > 0 && (
        <>
          <br />
          <span className="ms-quiet ms-nowrap">
            {t('hours:types.by-office', { number: numberText(own, lang) })}
          </span>
        </>
      )}
    </span>
  );
}
