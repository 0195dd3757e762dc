import { delivery, officer } from './example-facts';

export const careHomeExamples = {
  'put-care-home': {
    request: {
      occurredAt: '2026-11-24T09:00:00Z',
      name: 'Lindbacken',
      district: 'Centrum',
      address: 'Kyrkogatan 9, Granvik',
      places: 36,
      description: { sv: 'Mitt i centrum, nära bibliotek och torg.', en: 'In the town centre.' },
      languages: ['sv', 'fi'],
      isOpen: true,
    },
    answer: { slug: 'lindbacken', state: 'published' as const },
  },
  'put-vacancy': {
    request: {
      occurredAt: '2026-11-24T09:00:00Z',
      kind: 'dementia',
      persons: 1,
      availableFrom: '2026-12-15',
      state: 'free',
    },
    answer: { slug: 'lindbacken', externalId: 'LGH-12', state: 'kept' as const },
  },
  'put-offer': {
    request: {
      home: 'lindbacken',
      apartment: { floor: '2 tr', squareMetres: 34, rentPerMonth: 6450, moveInOn: '2027-01-15' },
      text: 'Lägenheten ligger mot gården. Du är välkommen att titta på den.',
      answerBy: '2026-12-29T22:59:00Z',
      contact: { unit: 'Boendesamordningen', phone: '0123-45 67 00' },
      occurredAt: '2026-12-22T09:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'E1',
      offerId: '6c8f0b1d-93c4-4c56-9a1f-2b7d5e8a4f60',
      state: 'open' as const,
      answerBy: '2026-12-29T22:59:00.000Z',
    },
  },
} as const;
