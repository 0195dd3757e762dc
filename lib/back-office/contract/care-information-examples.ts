import { astrid } from './example-facts';

export const careVisit = {
  person: astrid,
  law: 'SoL',
  version: 1,
  occurredAt: '2026-11-20T09:00:00Z',
  state: 'planned',
  startsAt: '2026-11-25T08:00:00Z',
  endsAt: '2026-11-25T08:45:00Z',
  what: 'Dusch och frukost',
  provider: 'Hemtjänsten Centrum',
  who: 'Sofia',
};

export const careInformationExamples = {
  'put-care-plan': {
    request: {
      person: astrid,
      law: 'SoL',
      version: 3,
      occurredAt: '2026-11-20T09:00:00Z',
      state: 'approved',
      title: 'Genomförandeplan för hemtjänst',
      provider: 'Hemtjänsten Centrum',
      contact: { name: 'Sofia Ek', role: 'Fast omsorgskontakt', phone: '0000-12 34 60' },
      decided: [{ what: 'Hjälp med dusch en gång i veckan', fromOn: '2026-11-01', toOn: '2027-10-31' }],
      goals: ['Astrid ska känna sig trygg när hon duschar.'],
      activities: [
        {
          what: 'Dusch och hårtvätt. Astrid tvättar håret själv.',
          when: 'Onsdagar på förmiddagen',
          who: 'Hemtjänsten, helst Sofia',
          lifeArea: 'self-care',
        },
      ],
      participation: 'Astrid har själv sagt hur hon vill ha det.',
      approvedOn: '2026-11-20',
      fromOn: '2026-11-20',
      followUpOn: '2027-05-20',
    },
    answer: { externalId: 'GP-17', outcome: 'kept' },
  },
  'put-care-visit': {
    request: careVisit,
    answer: { externalId: 'B-2026-4711', outcome: 'kept' },
  },
  'put-care-note': {
    request: {
      person: astrid,
      law: 'SoL',
      version: 1,
      occurredAt: '2026-11-20T12:40:00Z',
      kind: 'meals',
      at: '2026-11-20T11:30:00Z',
      text: 'Åt lax och potatis tillsammans med Gunnar.',
      lifeArea: 'home-life',
      author: { role: 'Undersköterska', name: 'Sofia' },
    },
    answer: { externalId: 'A-90210', outcome: 'kept' },
  },
} as const;
