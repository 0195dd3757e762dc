import type { Metadata } from 'next';
import { StaffForm } from '@/components/appointments/staff-form';
import { Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeading } from '@/components/ui/page-heading';
import { listClosed } from '@/lib/appointments/queries/list-closed';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { now } from '@/lib/platform/clock';
import { href } from '@/lib/platform/i18n';
import { adminPage, adminTexts } from '../../../admin-page';
import { staffFormTexts } from '../staff-form-texts';
import { addException } from './actions';
import { CloseDay } from './close-day';
import { ClosedTable } from './closed-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await adminTexts())('hours:closed.title') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');
const outcomes = {
  added: 'hours:closed.added',
  removed: 'hours:closed.removed',
  closed: 'hours:closing.done',
} as const;

/** Days, and parts of days, when somebody can't be met: for new bookings only, or so that those who are booked get other times. */
export default async function ClosedPage({ searchParams }: Props) {
  const { lang, t, actor } = await adminPage();
  const query = await searchParams;
  const wanted = {
    whom: text(query.whom),
    from: text(query.from),
    fromTime: text(query.fromTime),
    toTime: text(query.toTime),
  };
  const found = await listClosed(actor, 'whom' in query || 'from' in query ? wanted : undefined);
  const problems = Object.fromEntries(
    Object.entries(found.problems).map(([field, key]) => [field, t(key as never) as string]),
  );
  const today = dateInSweden(now());
  const outcome = outcomes[text(query.done) as keyof typeof outcomes];
  const all = { value: 'all', text: t('hours:exceptions.all') };
  const open = found.closable.filter(({ isOpen }) => isOpen);
  const options = found.closable.map(({ value, name, isOpen }) => ({
    value,
    text: isOpen ? name : t('hours:closing.closed', { whom: name }),
  }));
  return (
    <>
      <Breadcrumbs
        label={t('common:breadcrumbs')}
        crumbs={[{ href: href(lang, '/admin/appointments'), text: t('hours:title') }]}
      />
      <PageHeading lead={t('hours:closed.lead')}>{t('hours:closed.title')}</PageHeading>
      {outcome && (
        <Alert kind="success" live="status">
          {t(outcome)}
        </Alert>
      )}
      <Section id="list" title={t('hours:closed.list')}>
        <ClosedTable closed={found.closed} lang={lang} t={t} />
      </Section>
      <Section id="closing" title={t('hours:closing.title')}>
        <CloseDay
          asked={found.asked}
          problems={problems}
          wanted={wanted}
          options={[...options, all]}
          today={today}
          lang={lang}
          t={t}
        />
      </Section>
      <Section id="exception" title={t('hours:exceptions.title')}>
        <p>{t('hours:exceptions.lead')}</p>
        <StaffForm
          action={addException}
          texts={staffFormTexts(t, t('hours:exceptions.save'))}
          fields={[
            { kind: 'hidden', name: 'exceptionId', value: newId() },
            {
              kind: 'select',
              name: 'whom',
              label: t('hours:exceptions.whom'),
              value: '',
              placeholder: t('hours:exceptions.choose'),
              options: [...open.map(({ value, name }) => ({ value, text: name })), all],
            },
            {
              kind: 'text',
              name: 'from',
              label: t('hours:exceptions.from'),
              description: t('hours:opening.starts-on-hint', { example: today }),
              value: '',
              width: 12,
            },
            {
              kind: 'text',
              name: 'to',
              label: t('hours:exceptions.to'),
              optional: t('common:optional'),
              description: t('hours:exceptions.to-hint'),
              value: '',
              width: 12,
            },
            {
              kind: 'text',
              name: 'fromTime',
              label: t('hours:opening.from'),
              optional: t('common:optional'),
              description: t('hours:part.hint-each'),
              value: '',
              width: 5,
            },
            {
              kind: 'text',
              name: 'toTime',
              label: t('hours:opening.to'),
              optional: t('common:optional'),
              value: '',
              width: 5,
            },
          ]}
        />
      </Section>
    </>
  );
}
