import { z } from 'zod';
import { getOffer, listCaseOffers } from '@/lib/care-home-queue/api';
import { offerStates } from '@/lib/care-home-queue/domain/offer';
import { vacancyKinds } from '@/lib/care-home-queue/domain/vacancy';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { dateText, instantText } from '@/lib/kernel/date-text';
import { numberText } from '@/lib/kernel/number-text';
import { day, instant, iso } from '../file-shape';
import { printed, printedSection, section, type Taking } from '../section';

const text = z.string().nullable();

const takenOffer = z.strictObject({
  home: z.string(),
  address: z.string(),
  offeredAt: instant,
  answerBy: instant,
  text: text.meta({ description: 'in the office’s words' }),
  place: z
    .strictObject({ kind: z.enum(vacancyKinds), persons: z.int() })
    .nullable()
    .meta({ description: 'what kind of place, and for how many' }),
  apartment: z.strictObject({
    floor: z.string().optional(),
    squareMetres: z.number().optional(),
    rentPerMonth: z.number().optional().meta({ description: 'in kronor' }),
    moveInOn: day.optional(),
  }),
  contact: z
    .strictObject({ name: text, unit: z.string(), phone: text, email: text })
    .nullable()
    .meta({ description: 'whom to ask about the offer' }),
  state: z.enum(offerStates),
  endedAt: instant.nullable().meta({ description: 'answered, lapsed or taken back' }),
  receivedAt: instant.nullable().meta({ description: 'her answer, by the officers' }),
  reason: text.meta({ description: 'why not, in her words' }),
  acceptedAt: instant.nullable().meta({ description: 'her yes, to a place that was taken back after it' }),
  takenBackReason: text.meta({ description: 'why it was taken back, in the office’s words' }),
});

/** The care homes that she has been offered in the case, what was said of each, and what she answered. */
export const offersSection = section({
  name: 'careHomeOffers',
  schema: z.array(takenOffer),
  async read({ actor, theCase, lang }) {
    const offers = await listCaseOffers(actor, theCase.id);
    return Promise.all(
      offers.toReversed().map(async ({ id: offerId }) => {
        const { contact, ...offer } = await getOffer(actor, { caseId: theCase.id, offerId }, lang);
        return {
          ...{ home: offer.home.name, address: offer.home.address },
          offeredAt: offer.offeredAt.toISOString(),
          answerBy: offer.answerBy.toISOString(),
          text: offer.text ?? null,
          ...{ place: offer.place, apartment: offer.apartment },
          contact: contact
            ? {
                ...{ name: contact.name ?? null, unit: contact.unit },
                ...{ phone: contact.phone ?? null, email: contact.email ?? null },
              }
            : null,
          state: offer.state,
          endedAt: iso(offer.endedAt),
          receivedAt: iso(offer.receivedAt),
          reason: offer.reason,
          acceptedAt: iso(offer.acceptedAt),
          takenBackReason: offer.takenBackReason,
        };
      }),
    );
  },
  print: (all, { t, lang }) => {
    const when = (at: string) => instantText(new Date(at), lang);
    return printedSection(
      t('take-out:offers.title'),
      all.map(({ home, address, offeredAt, answerBy, contact, state, endedAt, acceptedAt, ...offer }) =>
        printed(t('take-out:offers.offered', { home, when: when(offeredAt) }), [
          `${t('offers:home.address')}: ${address}`,
          ...placeLines(offer, { t, lang }),
          ...(offer.text?.split('\n') ?? []),
          contact &&
            `${t('offers:contact.title')}: ${[contact.name, contact.unit, contact.phone, contact.email].filter(Boolean).join(', ')}`,
          t('take-out:offers.answer-by', { when: when(answerBy) }),
          acceptedAt && endedAt
            ? t('take-out:offers.yes-taken-back', { yes: when(acceptedAt), when: when(endedAt) })
            : t(`take-out:offers.${state}`, { when: when(endedAt ?? answerBy) }),
          ...(offer.reason?.split('\n') ?? []),
          ...(offer.takenBackReason?.split('\n') ?? []),
        ]),
      ),
    );
  },
});

/** The place itself, as far as the office has said. */
function placeLines(
  { place, apartment }: Pick<z.output<typeof takenOffer>, 'place' | 'apartment'>,
  { t, lang }: Pick<Taking, 't' | 'lang'>,
): string[] {
  const { floor, squareMetres, rentPerMonth, moveInOn } = apartment;
  const kind = place && t(`offers:place.${place.kind}`);
  const facts: [string, string | null | undefined | false][] = [
    [t('offers:place.kind'), kind && place.persons === 2 ? t('offers:place.two', { kind }) : kind],
    [t('offers:place.floor'), floor],
    [
      t('offers:place.size'),
      squareMetres !== undefined && t('offers:place.square-metres', { size: numberText(squareMetres, lang) }),
    ],
    [
      t('offers:place.rent'),
      rentPerMonth !== undefined && t('offers:place.per-month', { rent: numberText(rentPerMonth, lang) }),
    ],
    [t('offers:place.move-in'), moveInOn && dateText(calendarDate(moveInOn), lang)],
  ];
  return facts.flatMap(([term, value]) => (value ? [`${term}: ${value}`] : []));
}
