import { BookingLines } from '@/components/appointments/booking-lines';
import { MONTH, MonthOfTimes } from '@/components/appointments/month-of-times';
import { NarrowTimes } from '@/components/appointments/narrow-times';
import { PendingNote } from '@/components/appointments/pending-note';
import { dayId, FirstTime, TimeList } from '@/components/appointments/time-list';
import { ActionForm } from '@/components/forms/action-form';
import { contactWords } from '@/components/layout/contact-card';
import { Columns, Section } from '@/components/layout/section';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Heading } from '@/components/ui/heading';
import { Icon } from '@/components/ui/icon';
import { Pagination } from '@/components/ui/pagination';
import { TextLink } from '@/components/ui/text-link';
import { byDay } from '@/lib/appointments/domain/day-parts';
import { monthOf } from '@/lib/appointments/domain/month';
import type { TypeToBook } from '@/lib/appointments/queries/get-type-to-book';
import { type FreeTimes, listFreeTimes } from '@/lib/appointments/queries/list-free-times';
import { type CalendarDate, dateInSweden } from '@/lib/kernel/calendar-date';
import { dateSpanText, dateText, dayText, instantText } from '@/lib/kernel/date-text';
import type { ResidentActor } from '@/lib/platform/actor';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { getTenant } from '@/lib/tenants/queries/get-tenant';
import { orNotFound } from '../not-found-page';
import { type Picking, takeTime } from './hold-action';
import { carried, pickerPath } from './picker-path';

interface Words {
  lang: Language;
  t: Translate;
}

/** The times that she can take: the first one first, then a week by day. The same to book and to move. */
export async function PickTime({
  picking,
  type,
  isMove = false,
  actor,
  lang,
  t,
}: {
  picking: Picking;
  type: Pick<TypeToBook, 'ways' | 'minutes' | 'busy'>;
  /** how long it takes and how many come stands above */
  isMove?: boolean;
  actor: ResidentActor;
} & Words) {
  const { base, query } = picking;
  const [found, tenant] = await Promise.all([
    // A kind that can be booked no more, or a case that has ended: there is nothing to move to either.
    orNotFound(
      listFreeTimes(actor, { slug: picking.typeSlug, movesId: picking.movesId, busy: type.busy, ...query }),
    ),
    getTenant(actor.tenantId),
  ]);
  // What she is told to try must be there: where she moves a time, how to meet is as she booked it.
  const hasOther = found.places.length > 1 || (!isMove && type.ways.length > 1);
  const onlyPlace = found.places.length === 1 ? found.places[0] : null;
  return (
    <>
      {query.back && (
        <Alert kind="warning" live="alert" title={t('appointments:times.taken-title')}>
          {t('appointments:times.taken')}
        </Alert>
      )}
      <div className="ms-stack" data-gap="sm">
        <BookingLines way={query.way} place={onlyPlace ?? null} officer={null} t={t} />
        {!isMove && (
          <p>
            {t('appointments:book.minutes', { count: type.minutes })}.
            {found.seats > 1 && ` ${t('appointments:book.together', { most: found.seats })}`}
          </p>
        )}
      </div>
      <NarrowTimes
        action={href(lang, base)}
        carried={carried(query)}
        places={found.places.map(({ id, name, isStepFree }) => ({
          id,
          name: isStepFree ? t('appointments:times.step-free-place', { name }) : name,
        }))}
        officers={found.officers}
        chosen={query}
        t={t}
      />
      {found.first ? (
        <Columns aside={<MonthBeside found={found} picking={picking} lang={lang} t={t} />}>
          <Times found={found} first={found.first} picking={picking} lang={lang} t={t} />
        </Columns>
      ) : found.clash ? (
        <EmptyState
          level={2}
          icon="calendar"
          title={t('appointments:times.all-clash-title')}
          action={
            <ButtonLink href={href(lang, '/appointments')} variant="secondary">
              {t('appointments:times.own')}
            </ButtonLink>
          }
        >
          {t('appointments:times.all-clash')}{' '}
          {t(`appointments:times.clash-${found.clash}`, contactWords(tenant.profile, lang))}
        </EmptyState>
      ) : (
        <EmptyState level={2} icon="calendar" title={t('appointments:times.none-title')}>
          {t('appointments:times.none', contactWords(tenant.profile, lang))}
          {hasOther && ` ${t('appointments:times.none-try')}`}
        </EmptyState>
      )}
    </>
  );
}

function Times({
  found,
  first,
  picking,
  lang,
  t,
}: { found: FreeTimes; first: NonNullable<FreeTimes['first']>; picking: Picking } & Words) {
  const { week, places } = found;
  // Where there is but one place it is said once, above.
  const placeOf = ({ placeId }: { placeId: string | null }) =>
    places.length > 1 && !picking.query.placeId ? places.find(({ id }) => id === placeId) : undefined;
  const times = found.times.map((time) => ({ ...time, placeName: placeOf(time)?.name ?? null }));
  const days = byDay(times);
  const firstPlace = placeOf(first);
  return (
    <ActionForm action={takeTime.bind(null, picking)}>
      <div className="ms-stack" data-gap="lg">
        <PendingNote text={t('appointments:times.taking')} />
        <Card as="section" tinted color="accent" labelledBy="first">
          <Heading level={2} size="xs" id="first">
            {t('appointments:times.first')}
          </Heading>
          <p className="ms-when-day">{instantText(first.startsAt, lang)}</p>
          {firstPlace && (
            <p>
              <bdi>
                {firstPlace.name}, {firstPlace.address}
              </bdi>
            </p>
          )}
          <FirstTime time={first} lang={lang} t={t} />
        </Card>
        <Section id="week" title={weekText(week, { lang, t })}>
          <nav aria-label={t('appointments:times.days')}>
            <ul className="ms-plain-list ms-filters">
              {(days.length > 1 ? days : []).map(({ date, count }) => (
                <li key={date}>
                  <a href={`#${dayId(date)}`}>
                    {dayText(date, lang)}{' '}
                    <span className="ms-quiet">{t('appointments:times.count', { count })}</span>
                  </a>
                </li>
              ))}
              <li>
                <a href={`#${MONTH}`}>
                  <Icon name="calendar" />
                  {t('appointments:month.go')}
                </a>
              </li>
            </ul>
          </nav>
          {days.length === 0 && <EmptyWeek found={found} picking={picking} lang={lang} t={t} />}
          <TimeList times={times} lang={lang} t={t} />
        </Section>
        <Weeks found={found} picking={picking} lang={lang} t={t} />
      </div>
    </ActionForm>
  );
}

/** The month of the week that the list shows. */
function MonthBeside({
  found: { days, week },
  picking,
  lang,
  t,
}: { found: FreeTimes; picking: Picking } & Words) {
  const { from = week.from } = picking.query;
  // What stands in the address may be a day on which nothing can be booked: the list then shows another week.
  const month = monthOf(from >= week.from && from <= week.to ? from : week.from, days);
  return (
    month && (
      <MonthOfTimes
        month={month}
        shown={week}
        hrefOf={(date) => href(lang, pickerPath(picking.base, { ...without(picking), from: date }))}
        lang={lang}
        t={t}
      />
    )
  );
}

const weekText = ({ from, to }: FreeTimes['week'], { lang, t }: Words): string =>
  t('appointments:times.week', { days: dateSpanText(from, to, lang) });

/** No dead weeks: why it is empty, and where the next time is, or that there are only earlier ones. */
function EmptyWeek({
  found: { next, first, clash },
  picking,
  lang,
  t,
}: { found: FreeTimes; picking: Picking } & Words) {
  const day = next ?? (first && dateInSweden(first.startsAt));
  return (
    <div className="ms-stack" data-gap="sm">
      {clash ? (
        <p>
          {t('appointments:times.clash-this-week')}{' '}
          {clash === 'movable' && `${t('appointments:times.clash-movable')} `}
          <TextLink href={href(lang, '/appointments')}>{t('appointments:times.own')}</TextLink>
        </p>
      ) : (
        <p>{t('appointments:times.none-this-week')}</p>
      )}
      {day && (
        <p>
          <ButtonLink
            variant="secondary"
            href={href(lang, pickerPath(picking.base, { ...without(picking), from: day }))}
          >
            {t(next ? 'appointments:times.next-is' : 'appointments:times.first-is', {
              date: dateText(day, lang),
            })}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

const without = ({ query: { back: _, ...query } }: Picking) => query;

/** To the nearest weeks that have times: those without are passed by. */
function Weeks({
  found: { previous, next },
  picking,
  lang,
  t,
}: { found: FreeTimes; picking: Picking } & Words) {
  const to = (from: CalendarDate | null) =>
    from && href(lang, pickerPath(picking.base, { ...without(picking), from }));
  return (
    <Pagination
      label={t('appointments:times.weeks')}
      previous={to(previous)}
      next={to(next)}
      texts={{ previous: t('appointments:times.earlier'), next: t('appointments:times.later') }}
    />
  );
}
