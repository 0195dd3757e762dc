import { z } from 'zod';
import { careLaws } from '@/lib/care-information/domain/care-messages';
import { type LifeArea, lifeAreas } from '@/lib/care-information/domain/life-area';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { instantText, shortDateText } from '@/lib/kernel/date-text';
import { day, instant } from '../file-shape';
import { careSection, printed } from '../section';

const optionalDay = day.nullable();

/** What is decided and planned, as it stands now. */
export const carePlansSection = careSection({
  name: 'plans',
  schema: z.array(
    z.strictObject({
      title: z.string(),
      law: z.enum(careLaws),
      provider: z.string(),
      contact: z
        .strictObject({ name: z.string(), role: z.string().nullable(), phone: z.string().nullable() })
        .nullable(),
      approvedOn: day,
      fromOn: day,
      toOn: optionalDay,
      isOver: z.boolean().meta({ description: 'its last day is over' }),
      followUpOn: optionalDay,
      since: instant.meta({ description: 'since when it stands so' }),
      decided: z.array(z.strictObject({ what: z.string(), fromOn: optionalDay, toOn: optionalDay })),
      goals: z.array(z.string()),
      activities: z.array(
        z.strictObject({
          what: z.string(),
          when: z.string(),
          who: z.string(),
          lifeArea: z.enum(lifeAreas).nullable(),
        }),
      ),
      participation: z.string().nullable().meta({ description: 'how you took part, and what you wish' }),
    }),
  ),
  async read({ care: { plans } }) {
    return plans.map((plan) => ({
      ...{ title: plan.title, law: plan.law, provider: plan.provider },
      contact: plan.contact
        ? { name: plan.contact.name, role: plan.contact.role ?? null, phone: plan.contact.phone ?? null }
        : null,
      ...{ approvedOn: plan.approvedOn, fromOn: plan.fromOn, toOn: plan.toOn, isOver: plan.isOver },
      followUpOn: plan.followUpOn ?? null,
      since: plan.toldAt.toISOString(),
      decided: plan.decided.map(({ what, fromOn = null, toOn = null }) => ({ what, fromOn, toOn })),
      goals: plan.goals,
      activities: plan.activities.map(({ what, when, who, lifeArea = null }) => ({
        ...{ what, when, who, lifeArea },
      })),
      participation: plan.participation ?? null,
    }));
  },
  print: (plans, { t, lang }) => {
    const date = (on: string) => shortDateText(calendarDate(on), lang);
    const period = (fromOn: string | null, toOn: string | null) =>
      [
        fromOn && t('care:plan.measure-from', { from: date(fromOn) }),
        toOn && t('care:plan.measure-to', { to: date(toOn) }),
      ]
        .filter(Boolean)
        .join(' ');
    const area = (one: LifeArea | null) => one && t(`care:area.${one}`);
    return plans.map((plan) => ({
      title: `${t('care:plan.title')}: ${plan.title}`,
      groups: [
        {
          title: null,
          items: [
            printed(t('care:plan.period'), [
              period(plan.fromOn, plan.toOn),
              plan.isOver && t('care:plan.over'),
              t(`care:plan.law-${plan.law}`),
              t('care:plan.updated', { when: instantText(new Date(plan.since), lang) }),
            ]),
            printed(t('care:plan.approved'), [date(plan.approvedOn)]),
            ...(plan.followUpOn ? [printed(t('care:plan.follow-up'), [date(plan.followUpOn)])] : []),
            printed(t('care:plan.provider'), [plan.provider]),
            ...(plan.contact
              ? [
                  printed(t('care:plan.contact'), [
                    [plan.contact.name, plan.contact.role].filter(Boolean).join(', '),
                    plan.contact.phone,
                  ]),
                ]
              : []),
            ...listed(
              t('care:plan.decided'),
              plan.decided.map(({ what, fromOn, toOn }) => {
                const days = period(fromOn, toOn);
                return days ? `${what} (${days})` : what;
              }),
            ),
            ...listed(t('care:plan.goals'), plan.goals),
            ...listed(
              t('care:plan.activities'),
              plan.activities.map(({ what, when, who, lifeArea }) =>
                [what, when, who, area(lifeArea)].filter(Boolean).join(' · '),
              ),
            ),
            ...(plan.participation
              ? [printed(t('care:plan.participation'), plan.participation.split('\n'))]
              : []),
          ],
        },
      ],
    }));
  },
});

const listed = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [printed(title, lines, { isList: true })] : [];
