import { day, rule, tenantIds } from './rule-seed';

/** Offers of a care home, and until when a decided place is to be given. */
export const careHomeRules = [
  rule({
    tenantId: 'granvik',
    key: 'care-home.offer',
    validFrom: day('2026-01-01'),
    value: {
      services: ['sarskilt-boende'],
      answer: { days: 5 },
      declines: ['nothing', 'assessed-again'],
      silenceIsNo: false,
    },
    source: 'Granviks kommun: Riktlinje för erbjudande av särskilt boende 2026, 4 §',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'care-home.offer',
    validFrom: day('2026-01-01'),
    value: {
      services: ['sarskilt-boende'],
      answer: { hours: 96 },
      declines: ['nothing', 'later'],
      silenceIsNo: true,
    },
    source: 'Ekhamns stad: Riktlinjer för boendesamordning 2026',
  }),
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'care-home.carried-out',
      validFrom: day('2025-07-01'),
      value: { months: 3 },
      source:
        'Socialtjänstlagen (2025:400), om rapportering av beslut som inte har verkställts inom tre månader; IVO',
    }),
  ),
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'reminder.offer',
      validFrom: day('2026-01-01'),
      value: { hoursBefore: 36 },
      source: 'Kommunens rutin för erbjudande av särskilt boende 2026',
    }),
  ),
];
