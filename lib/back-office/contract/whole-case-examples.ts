import { careVisit } from './care-information-examples';
import { astrid, delivery, officer } from './example-facts';

const caseState = {
  version: 7,
  occurredAt: '2026-11-26T10:00:00Z',
  person: astrid,
  receivedAt: '2026-11-20T08:00:00Z',
  phase: 'waiting_for_you',
  officer,
  expectedOn: '2027-01-20',
  supplements: [
    {
      externalId: 'K1',
      text: 'Vi behöver ett läkarintyg.',
      items: [{ id: '1', text: 'Läkarintyg om resor' }],
      dueOn: '2026-12-09',
      occurredAt: '2026-11-25T09:00:00Z',
    },
  ],
};

export const wholeCaseExamples = {
  'put-case-state': {
    request: caseState,
    answer: {
      externalId: 'FT-2026-0310',
      caseId: delivery.case.id,
      number: delivery.case.number,
      phase: 'waiting_for_you',
      outcome: 'applied',
      ignored: [{ field: 'person.surname', why: 'register' }],
    },
  },
  'put-bundle': {
    request: {
      sentAt: '2026-11-26T22:00:00Z',
      cases: [{ service: 'fardtjanst', externalId: 'FT-2026-0310', state: caseState }],
      careVisits: [{ externalId: 'B-2026-4711', state: careVisit }],
    },
    answer: {
      cases: [
        {
          service: 'fardtjanst',
          externalId: 'FT-2026-0310',
          outcome: 'applied',
          caseId: delivery.case.id,
          ignored: [],
        },
      ],
      careVisits: [{ externalId: 'B-2026-4711', outcome: 'applied' }],
    },
  },
} as const;
