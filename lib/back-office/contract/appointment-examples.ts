import { astrid, delivery, officer } from './example-facts';

export const appointmentExamples = {
  'put-appointment-time': {
    request: {
      occurredAt: '2026-11-20T08:00:00Z',
      startsAt: '2026-12-08T09:00:00Z',
      endsAt: '2026-12-08T10:00:00Z',
      way: 'visit',
      place: {
        externalId: 'K-1',
        name: 'Omsorgskontoret',
        address: 'Storgatan 1, Granvik',
        isStepFree: true,
        directions: { sv: 'Ingång från torget, plan 2.' },
      },
      officer: { externalId: 'H-7', name: 'Maria Öberg', unit: 'Biståndsenheten', languages: ['finska'] },
    },
    answer: { slug: 'bistandssamtal', externalId: 'T-2026-1208-09', state: 'published' as const, taken: 0 },
  },
  'put-appointment-invitation': {
    request: {
      occurredAt: '2026-11-20T08:00:00Z',
      type: 'bistandssamtal',
      bookBy: '2026-12-04',
      text: 'Vi behöver träffas för att gå igenom vad du behöver hjälp med.',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'I1',
      invitationId: '0d9f2c44-5a70-4b7e-8f13-6f0b8a1f7c21',
      state: 'open' as const,
    },
  },
  'put-booking-outcome': {
    request: { occurredAt: '2026-12-08T10:05:00Z', outcome: 'kept' },
    answer: { bookingId: '7a0a3e0a-9d8c-4d5f-b2f4-2f6f1f0b9b11', state: 'kept' as const },
  },
  'put-booking-cancellation': {
    request: { occurredAt: '2026-12-07T07:00:00Z', reason: 'Handläggaren är sjuk. Boka gärna en ny tid.' },
    answer: { bookingId: '7a0a3e0a-9d8c-4d5f-b2f4-2f6f1f0b9b11', state: 'taken_away' as const },
  },
  'get-booking': {
    answer: {
      id: '7a0a3e0a-9d8c-4d5f-b2f4-2f6f1f0b9b11',
      person: { ...astrid, protectedIdentity: false, language: 'sv' },
      caseId: delivery.case.id,
      type: 'bistandssamtal',
      state: 'booked' as const,
      startsAt: '2026-12-08T09:00:00.000Z',
      endsAt: '2026-12-08T10:00:00.000Z',
      way: 'visit' as const,
      time: 'T-2026-1208-09',
      officer: { externalId: 'H-7', name: 'Maria Öberg' },
      place: { externalId: 'K-1', name: 'Omsorgskontoret' },
      needs: { interpreter: 'finska' },
      answers: [],
    },
  },
} as const;
