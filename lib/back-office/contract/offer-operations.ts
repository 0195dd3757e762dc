import { z } from 'zod';
import { externalId } from './messages';
import { offer, offerKept, vacancy, vacancyKept } from './offer-messages';
import type { Operation } from './operations';

const slug = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** What systems tell of places at care homes, and of homes that they offer. */
export const offerOperations = {
  'put-vacancy': {
    method: 'PUT',
    path: '/care-homes/{slug}/vacancies/{externalId}',
    scope: 'vacancies.write',
    summary: 'Tell of a place at a care home',
    description:
      'As it is now; send it again when something has changed. Of a home that the system itself publishes. Free places are shown to all, and nothing of whoever gets one.',
    params: { slug, externalId },
    body: vacancy,
    answer: { status: 200, schema: vacancyKept, description: 'It is kept, or known already' },
    refusals: { 404: 'No such home, or another system’s' },
  },
  'put-offer': {
    method: 'PUT',
    path: '/cases/{caseId}/offers/{externalId}',
    scope: 'offers.write',
    summary: 'Offer a care home, give longer to answer, or take the offer back',
    description:
      'One at a time in a case, and one at a time of a place. She answers yes or no in the portal; the answer, or that there was none in time, comes as a delivery (offer-answer).',
    params: { caseId: z.uuid(), externalId },
    body: offer,
    answer: { status: 200, schema: offerKept, description: 'The offer as it stands' },
    refusals: {
      404: 'No such thing, or not this system’s: the two look alike',
      409: 'Another offer is open in the case or of the place, the place is somebody’s, it stands with other content, or she has said yes; offer-before-decision: nothing is granted yet, and it is made by itself when it is',
    },
  },
} as const satisfies Record<string, Operation>;
