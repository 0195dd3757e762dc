import * as m from './care-information-messages';
import { externalId } from './messages';
import type { Operation } from './operations';

const facts = {
  method: 'PUT',
  scope: 'care.write',
  params: { externalId },
  answer: { status: 200, schema: m.careKept, description: 'It is kept, or known already' },
  refusals: {
    409: 'external-id-taken: the id stands on another person’s; care-version-differs: another content was told under this version',
    422: 'The body is not as it must be; health care (HSL) is refused in `law`',
  },
} as const;

/** What those who give care deliver, to be read by the person herself. */
export const careInformationOperations = {
  'put-care-plan': {
    ...facts,
    path: '/care-plans/{externalId}',
    summary: 'Deliver a care plan',
    description:
      'What was decided for a person and how it is carried out (genomförandeplan), whole. She gets a notice when an approved plan is new or changed. An older `version` changes nothing.',
    body: m.carePlan,
  },
  'put-care-visit': {
    ...facts,
    path: '/care-visits/{externalId}',
    summary: 'Deliver a visit',
    description:
      'Planned, changed, cancelled or done. Shown two weeks ahead and, when its day is over, among what has happened. No notice is sent. An older `version` changes nothing.',
    body: m.careVisit,
  },
  'put-care-note': {
    ...facts,
    path: '/care-notes/{externalId}',
    summary: 'Deliver a note',
    description:
      'What staff have written of her day (social dokumentation), for her to read. No notice is sent. An older `version` changes nothing.',
    body: m.careNote,
  },
} as const satisfies Record<string, Operation>;
