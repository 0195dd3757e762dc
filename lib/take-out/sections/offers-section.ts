import { z } from 'zod';
import { getOffer, listCaseOffers } from '@/lib/care-home-queue/api';
import { offerStates } from '@/lib/care-home-queue/domain/offer';
import { instantText } from '@/lib/kernel/date-text';
import { day, instant, iso } from '../file-shape';
import { printed, printedSection, section } from '../section';

/** The care homes that she has been offered in the case, and what she answered. */
export const offersSection = section({
  name: 'careHomeOffers',
  schema: z.array(
    z.strictObject({
      home: z.string(),
      offeredAt: instant,
      answerBy: instant,
      text: z.string().nullable().meta({ description: 'in the office’s words' }),
      apartment: z.strictObject({
        floor: z.string().optional(),
        squareMetres: z.number().optional(),
        rentPerMonth: z.number().optional().meta({ description: 'in kronor' }),
        moveInOn: day.optional(),
      }),
      state: z.enum(offerStates),
      endedAt: instant.nullable().meta({ description: 'answered, lapsed or taken back' }),
      receivedAt: instant.nullable().meta({ description: 'her answer, by the officers' }),
      reason: z.string().nullable().meta({ description: 'why not, in her words' }),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const offers = await listCaseOffers(actor, theCase.id);
    return Promise.all(
      offers.toReversed().map(async ({ id: offerId }) => {
        const offer = await getOffer(actor, { caseId: theCase.id, offerId }, lang);
        return {
          home: offer.home.name,
          offeredAt: offer.offeredAt.toISOString(),
          answerBy: offer.answerBy.toISOString(),
          text: offer.text ?? null,
          apartment: offer.apartment,
          state: offer.state,
          endedAt: iso(offer.endedAt),
          receivedAt: iso(offer.receivedAt),
          reason: offer.reason,
        };
      }),
    );
  },
  print: (all, { t, lang }) => {
    const when = (at: string) => instantText(new Date(at), lang);
    return printedSection(
      t('take-out:offers.title'),
      all.map(({ home, offeredAt, answerBy, text, state, endedAt, reason }) =>
        printed(t('take-out:offers.offered', { home, when: when(offeredAt) }), [
          t('take-out:offers.answer-by', { when: when(answerBy) }),
          ...(text === null ? [] : text.split('\n')),
          t(`take-out:offers.${state}`, { when: when(endedAt ?? answerBy) }),
          ...(reason === null ? [] : reason.split('\n')),
        ]),
      ),
    );
  },
});
