import { toDbDate } from '@/lib/kernel/calendar-date';
import type { PrismaClient } from '@/lib/platform/generated/client';
import { parseRule } from '@/lib/tenants/domain/rules';
import { careHomeRules } from './care-home-rules';
import { day, rule, tenantIds } from './rule-seed';

/** The rules in force from the start. */
export const rules = [
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'supplement.file-again',
      validFrom: day('2026-01-01'),
      value: { days: 14 },
      source: 'Kommunens rutin för kompletteringar 2026',
    }),
  ),
  rule({
    tenantId: 'granvik',
    key: 'more-time.request',
    validFrom: day('2026-01-01'),
    value: { times: 2, alsoLate: true, mostDays: 42 },
    source: 'Granviks kommun: Rutin för kompletteringar, kommunicering och anstånd 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'more-time.request',
    validFrom: day('2026-01-01'),
    value: { times: 1, alsoLate: false, mostDays: 21 },
    source: 'Ekhamns stad: Rutin för kompletteringar, kommunicering och anstånd 2026',
  }),
  ...careHomeRules,
  rule({
    tenantId: 'granvik',
    key: 'reminder.due-date',
    validFrom: day('2026-01-01'),
    value: { daysBefore: 3, lateWithinDays: 7 },
    source: 'Granviks kommun: Rutin för kompletteringar, kommunicering och anstånd 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'reminder.due-date',
    validFrom: day('2026-01-01'),
    value: { daysBefore: 5, lateWithinDays: 7 },
    source: 'Ekhamns stad: Rutin för kompletteringar, kommunicering och anstånd 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'reminder.appeal',
    validFrom: day('2026-01-01'),
    value: { daysBefore: 4 },
    source: 'Granviks kommun: Rutin för aviseringar från Mina sidor 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'reminder.appeal',
    validFrom: day('2026-01-01'),
    value: { daysBefore: 3 },
    source: 'Ekhamns stad: Servicedeklaration för digitala tjänster 2026',
  }),
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'appeal.time',
      validFrom: day('2018-07-01'),
      value: { weeks: 3 },
      source: 'Förvaltningslagen (2017:900) 44 §',
    }),
  ),
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'appeal.legality-time',
      validFrom: day('2018-01-01'),
      value: { weeks: 3 },
      source: 'Kommunallagen (2017:725) 13 kap. 5 §',
    }),
  ),
  ...tenantIds.map((tenantId) =>
    rule({
      tenantId,
      key: 'delay.request',
      validFrom: day('2018-07-01'),
      value: { months: 6, answerWeeks: 4 },
      source: 'Förvaltningslagen (2017:900) 12 §',
    }),
  ),
  rule({
    tenantId: 'granvik',
    key: 'delay.notice',
    validFrom: day('2026-01-01'),
    value: { weeksPastUsual: 4 },
    source: 'Granviks kommun: Rutin för underrättelse om försenade avgöranden (förvaltningslagen 11 §)',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'delay.notice',
    validFrom: day('2026-01-01'),
    value: { weeksPastUsual: 2 },
    source: 'Ekhamns stad: Rutin för underrättelse om försenade avgöranden (förvaltningslagen 11 §)',
  }),
  rule({
    tenantId: 'granvik',
    key: 'case.waiting-times',
    validFrom: day('2026-01-01'),
    value: { months: 12, atLeast: 20 },
    source: 'Granviks kommun: Rutin för redovisning av handläggningstider 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'case.waiting-times',
    validFrom: day('2026-01-01'),
    value: { months: 12, atLeast: 20 },
    source: 'Ekhamns stad: Servicedeklaration för äldreomsorgen',
  }),
  rule({
    tenantId: 'granvik',
    key: 'source.silent',
    validFrom: day('2026-01-01'),
    value: { minutes: 30, tells: 5 },
    source: 'Granviks kommun: Driftöverenskommelse för verksamhetssystem 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'source.silent',
    validFrom: day('2026-01-01'),
    value: { minutes: 60, tells: 5 },
    source: 'Ekhamns stad: Driftöverenskommelse för verksamhetssystem 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'case.first-answer',
    validFrom: day('2026-01-01'),
    value: { workingDays: 5 },
    source: 'Granviks kommun: Värdighetsgarantier för äldreomsorgen 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'case.usual-decision',
    validFrom: day('2026-01-01'),
    value: { weeks: 8 },
    source: 'Granviks kommun: Uppföljning av handläggningstider 2025',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'case.first-answer',
    validFrom: day('2026-01-01'),
    value: { workingDays: 3 },
    source: 'Ekhamns stad: Servicedeklaration för äldreomsorgen',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'case.usual-decision',
    validFrom: day('2026-01-01'),
    value: { weeks: 6 },
    source: 'Ekhamns stad: Servicedeklaration för äldreomsorgen',
  }),
  rule({
    tenantId: 'granvik',
    key: 'notice.sending',
    validFrom: day('2026-01-01'),
    value: { gatherSeconds: 60, dropAfterHours: 72 },
    source: 'Granviks kommun: Rutin för aviseringar från Mina sidor 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'notice.sending',
    validFrom: day('2026-01-01'),
    value: { gatherSeconds: 120, dropAfterHours: 48 },
    source: 'Ekhamns stad: Servicedeklaration för digitala tjänster 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'notice.quiet-hours',
    validFrom: day('2026-01-01'),
    value: { from: 21, to: 7, channels: ['sms', 'push'] },
    source: 'Granviks kommun: Rutin för aviseringar från Mina sidor 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'notice.quiet-hours',
    validFrom: day('2026-01-01'),
    value: { from: 20, to: 8, channels: ['sms', 'push'] },
    source: 'Ekhamns stad: Servicedeklaration för digitala tjänster 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'notice.digital-mail',
    validFrom: day('2026-01-01'),
    // Its check digit is wrong: no organisation has it.
    value: { organisationNumber: '162120009900' },
    source: 'Granviks kommun: Anslutningsavtal för Mina meddelanden 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'messages.after-case-ended',
    validFrom: day('2026-01-01'),
    value: { workingDays: 20 },
    source: 'Granviks kommun: Servicedeklaration för digitala tjänster 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'messages.after-case-ended',
    validFrom: day('2026-01-01'),
    value: { days: 30 },
    source: 'Ekhamns stad: Servicedeklaration för stadens webbplatser',
  }),
  rule({
    tenantId: 'granvik',
    key: 'messages.to-services',
    validFrom: day('2026-01-01'),
    value: { services: ['sarskilt-boende', 'hemtjanst', 'trygghetslarm', 'skolskjuts', 'bygglov'] },
    source: 'Granviks kommun: Servicedeklaration för digitala tjänster 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'messages.to-services',
    validFrom: day('2026-01-01'),
    value: { services: ['sarskilt-boende', 'hemtjanst'] },
    source: 'Ekhamns stad: Servicedeklaration för stadens webbplatser',
  }),
  rule({
    tenantId: 'granvik',
    key: 'accessibility.answer',
    validFrom: day('2026-01-01'),
    value: { workingDays: 10 },
    source: 'Granviks kommun: Servicedeklaration för digitala tjänster 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'draft.kept',
    validFrom: day('2026-01-01'),
    value: { days: 90, warnDays: 14 },
    source: 'Granviks kommun: Informationshanteringsplan 2026; dataskyddsförordningen art. 5.1 e',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'draft.kept',
    validFrom: day('2026-01-01'),
    value: { days: 60, warnDays: 10 },
    source: 'Ekhamns stad: Informationshanteringsplan 2026; dataskyddsförordningen art. 5.1 e',
  }),
  rule({
    tenantId: 'granvik',
    key: 'changes.kept',
    validFrom: day('2026-01-01'),
    value: { days: 365 },
    source: 'Granviks kommun: Informationshanteringsplan 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'changes.kept',
    validFrom: day('2026-01-01'),
    value: { days: 180 },
    source: 'Ekhamns stad: Informationshanteringsplan 2026',
  }),
  rule({
    tenantId: 'granvik',
    key: 'accessibility.kept',
    validFrom: day('2026-01-01'),
    value: { months: 24 },
    source: 'Granviks kommun: Informationshanteringsplan 2026',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'accessibility.answer',
    validFrom: day('2026-01-01'),
    value: { workingDays: 5 },
    source: 'Ekhamns stad: Servicedeklaration för stadens webbplatser',
  }),
  rule({
    tenantId: 'ekhamn',
    key: 'accessibility.kept',
    validFrom: day('2026-01-01'),
    value: { months: 12 },
    source: 'Ekhamns stad: Informationshanteringsplan 2026',
  }),
];

/** Reference data: run twice, it is the same. `db` is the owner's client, since the portal may not write rules. */
export async function seedRules(db: Pick<PrismaClient, 'datedRule'>): Promise<void> {
  for (const { tenantId, key, validFrom, validTo, value, source } of rules) {
    const data = { validTo: validTo ? toDbDate(validTo) : null, value: parseRule(key, value), source };
    const id = { tenantId, key, validFrom: toDbDate(validFrom) };
    await db.datedRule.upsert({
      where: { tenantId_key_validFrom: id },
      create: { ...id, ...data },
      update: data,
    });
  }
}
