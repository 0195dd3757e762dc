import { z } from 'zod';
import { careLaws, visitStates } from '@/lib/care-information/domain/care-messages';
import { byDay } from '@/lib/care-information/domain/days';
import { dateText, instantText, timeSpanText } from '@/lib/kernel/date-text';
import { now } from '@/lib/platform/clock';
import { instant } from '../file-shape';
import { careSection, printed, printedSection } from '../section';

/** The visits of the year, by day: those that were, and those that are planned. */
export const careVisitsSection = careSection({
  name: 'visits',
  schema: z.array(
    z.strictObject({
      startsAt: instant,
      endsAt: instant,
      law: z.enum(careLaws),
      state: z.enum(visitStates),
      since: instant.meta({ description: 'since when it is so' }),
      what: z.string(),
      provider: z.string(),
      who: z.string().nullable(),
      done: z.string().nullable().meta({ description: 'what was done' }),
      reason: z.string().nullable().meta({ description: 'why it was changed or cancelled' }),
    }),
  ),
  async read({ care: { visits } }) {
    return visits.map((visit) => ({
      startsAt: visit.startsAt.toISOString(),
      endsAt: visit.endsAt.toISOString(),
      ...{ law: visit.law, state: visit.state, what: visit.what, provider: visit.provider },
      since: visit.toldAt.toISOString(),
      who: visit.who ?? null,
      done: visit.done ?? null,
      reason: visit.reason ?? null,
    }));
  },
  print: (visits, { t, lang }) => {
    const at = now();
    const isUntold = ({ state, endsAt }: { state: string; endsAt: string }) =>
      (state === 'planned' || state === 'changed') && new Date(endsAt) < at;
    return printedSection(
      t('take-out:care.visits'),
      byDay(visits, ({ startsAt }) => new Date(startsAt)).map(({ day, entries }) =>
        printed(
          dateText(day, lang),
          entries.flatMap((visit) => {
            const { state, what, provider, who, done, reason, since } = visit;
            const time = timeSpanText(new Date(visit.startsAt), new Date(visit.endsAt), lang);
            const state_ = isUntold(visit) ? t('care:visit.unknown') : t(`care:visit.${state}`);
            const when = instantText(new Date(since), lang);
            return [
              [time, what, [who, provider].filter(Boolean).join(', '), state_].join(' · '),
              done && `${t('care:visit.done-what')} ${done}`,
              (state === 'changed' || state === 'cancelled') && t(`care:visit.${state}-at`, { when }),
              reason && `${t('care:visit.why')} ${reason}`,
            ];
          }),
        ),
      ),
    );
  },
});
