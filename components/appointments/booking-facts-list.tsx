import type { ReactNode } from 'react';
import { InLanguage } from '@/components/ui/in-language';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { TextLink } from '@/components/ui/text-link';
import type { Question } from '@/lib/appointments/domain/appointment-type';
import type { BookingContent } from '@/lib/appointments/domain/booking-seals';
import { titleIn } from '@/lib/cases/domain/title';
import { isolated } from '@/lib/kernel/isolated';
import type { Said } from '@/lib/kernel/said';
import { href, type Language, type Translate } from '@/lib/platform/i18n';
import { type BookingLine, WhenText } from './booking-lines';

export interface FactsOfBooking extends BookingLine {
  case: { id: string; number: string; title: Said } | null;
  questions: readonly Question[];
  content: BookingContent | null;
}

/** The facts of a booking, and what she has told for it, in the words she was asked in. */
export function BookingFactsList({
  booking,
  lang,
  t,
}: {
  booking: FactsOfBooking;
  lang: Language;
  t: Translate;
}) {
  const { startsAt, endsAt, way, place, officer, content } = booking;
  const rows: (SummaryRow | false | '' | null | undefined)[] = [
    {
      term: t('appointments:fact.when'),
      value: <WhenText startsAt={startsAt} endsAt={endsAt} lang={lang} />,
    },
    { term: t('appointments:fact.how'), value: t(`appointments:way.${way}`) },
    place &&
      way === 'visit' && {
        term: t('appointments:fact.where'),
        value: (
          <>
            <bdi>{place.name}</bdi>
            <br />
            <bdi>{place.address}</bdi>
          </>
        ),
      },
    way === 'video' && { term: t('appointments:fact.where'), value: t('appointments:booking.video') },
    officer && { term: t('appointments:fact.who'), value: <bdi>{officer}</bdi> },
    content?.phone && { term: t('appointments:fact.phone'), value: isolated(content.phone) },
    content?.address && { term: t('appointments:fact.address'), value: asWritten(content.address) },
    content && { term: t('appointments:fact.needs'), value: needsText(content.needs, t) },
    ...(content ? booking.questions : []).flatMap((question) => {
      const answer = content?.answers[question.id];
      const label = titleIn(question.label, lang);
      return answer
        ? [
            {
              term: (
                <InLanguage lang={label.lang} on={lang}>
                  {label.text}
                </InLanguage>
              ),
              value: asWritten(answer),
            },
          ]
        : [];
    }),
    booking.case && {
      term: t('appointments:fact.case'),
      value: (
        <TextLink href={href(lang, `/cases/${booking.case.id}`)}>
          <InLanguage lang={booking.case.title.lang} on={lang}>
            {booking.case.title.text}
          </InLanguage>
        </TextLink>
      ),
    },
  ];
  return <SummaryList rows={rows.filter((row): row is SummaryRow => Boolean(row))} />;
}

const asWritten = (text: string): ReactNode => (
  <span className="ms-as-written" dir="auto">
    {text}
  </span>
);

/** What she needs for the meeting to work, each on a line; said also when it is nothing. */
function needsText(needs: BookingContent['needs'], t: Translate): ReactNode {
  const lines = [
    needs.interpreter &&
      t('appointments:needs.said-interpreter', { language: `\u2068${needs.interpreter}\u2069` }),
    needs.signLanguage && t('appointments:needs.sign-language'),
    needs.stepFree && t('appointments:needs.step-free'),
    needs.companion && t('appointments:needs.companion'),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0) return t('appointments:needs.none');
  return (
    <ul className="ms-plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
