import { z } from 'zod';
import { listCaseBookings } from '@/lib/appointments/api';
import { bookingEventKinds, meetingWays } from '@/lib/appointments/domain/words';
import { titleIn } from '@/lib/cases/domain/title';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText, timeText } from '@/lib/kernel/date-text';
import { day, instant } from '../file-shape';
import { printed, printedSection, section } from '../section';

const nullable = z.string().nullable();

/** The times that have been booked about the case, what became of them, and those that she is asked to book. */
export const appointmentsSection = section({
  name: 'appointments',
  schema: z.strictObject({
    bookings: z.array(
      z.strictObject({
        what: z.string(),
        startsAt: instant,
        endsAt: instant,
        way: z.enum(meetingWays),
        place: z.strictObject({ name: z.string(), address: z.string() }).nullable(),
        officer: nullable,
        situation: z.enum(['coming', 'been', 'cancelled', 'taken_away', 'kept', 'missed']),
        phone: nullable.meta({ description: 'where you are called' }),
        address: nullable.meta({ description: 'where you are visited' }),
        needs: z.array(z.string()),
        answers: z.array(z.strictObject({ question: z.string(), text: z.string() })),
        story: z.array(
          z.strictObject({
            at: instant,
            kind: z.enum(bookingEventKinds),
            startsAt: instant.meta({ description: 'of the meeting after it' }),
            reason: nullable,
          }),
        ),
      }),
    ),
    invitations: z.array(
      z.strictObject({ what: z.string(), bookBy: day, text: z.string(), officer: nullable }),
    ),
  }),
  async read({ actor, theCase, lang, t }) {
    const { bookings, invitations } = await listCaseBookings(actor, theCase.id, lang);
    return {
      bookings: bookings.map(({ content, questions, ...one }) => {
        const { interpreter, signLanguage, stepFree, companion } = content?.needs ?? {};
        const needs = [
          interpreter && t('appointments:needs.said-interpreter', { language: interpreter }),
          signLanguage && t('appointments:needs.sign-language'),
          stepFree && t('appointments:needs.step-free'),
          companion && t('appointments:needs.companion'),
        ];
        return {
          what: one.type.name.text,
          startsAt: one.startsAt.toISOString(),
          endsAt: one.endsAt.toISOString(),
          way: one.way,
          place: one.place,
          officer: one.officer,
          // What was booked is never held, offered or lapsed any more.
          situation: one.situation as 'coming',
          phone: content?.phone ?? null,
          address: content?.address ?? null,
          needs: needs.filter((need) => typeof need === 'string'),
          answers: questions.flatMap(({ id, label }) => {
            const text = content?.answers[id];
            return text ? [{ question: titleIn(label, lang).text, text }] : [];
          }),
          story: one.story.toReversed().map(({ at, kind, startsAt, reason }) => ({
            ...{ at: at.toISOString(), kind, startsAt: startsAt.toISOString(), reason },
          })),
        };
      }),
      invitations: invitations.map(({ type, bookBy, text, officer }) => ({
        ...{ what: type.name.text, bookBy, text, officer },
      })),
    };
  },
  print: ({ bookings, invitations }, { t, lang }) => {
    const when = (at: string) => instantText(new Date(at), lang);
    return printedSection(t('appointments:case.title'), [
      ...bookings.map((one) =>
        printed(`${one.what}: ${when(one.startsAt)}–${timeText(new Date(one.endsAt), lang)}`, [
          t(`appointments:way.${one.way}`),
          one.place && `${one.place.name}, ${one.place.address}`,
          one.officer && t('appointments:with', { name: one.officer }),
          one.phone && `${t('appointments:fact.phone')}: ${one.phone}`,
          one.address && `${t('appointments:fact.address')}: ${one.address}`,
          ...one.needs,
          ...one.answers.map(({ question, text }) => `${question} ${text}`),
          ...one.story.flatMap(({ at, kind, startsAt, reason }) => [
            `${when(at)}: ${t(`appointments:story.${kind}`, { when: when(startsAt) })}`,
            ...(reason?.split('\n') ?? []),
          ]),
        ]),
      ),
      ...invitations.map(({ what, bookBy, text, officer }) =>
        printed(t('appointments:invitation.title', { name: what }), [
          t('appointments:invitation.by', { date: dateText(calendarDate(bookBy), lang) }),
          officer && t('appointments:invitation.from', { name: officer }),
          ...text.split('\n'),
        ]),
      ),
    ]);
  },
});
