import { z } from 'zod';
import { getWithdrawal } from '@/lib/cases/api';
import { withdrawalScopes } from '@/lib/cases/domain/withdrawal';
import { instantText } from '@/lib/kernel/date-text';
import { instant, iso } from '../file-shape';
import { printed, printedSection, section } from '../section';

const text = z.string().nullable();

/** What she has taken back, as she signed it. */
export const withdrawalsSection = section({
  name: 'withdrawals',
  schema: z.array(
    z.strictObject({
      scope: z.enum(withdrawalScopes),
      signedAt: instant,
      drops: text,
      keeps: text,
      reason: text,
      receivedAt: instant.nullable(),
    }),
  ),
  async read({ actor, theCase, lang }) {
    const { sent } = await getWithdrawal(actor, theCase.id, lang);
    return sent.toReversed().map(({ scope, sentAt, drops, keeps, reason, receivedAt }) => ({
      scope,
      signedAt: sentAt.toISOString(),
      drops,
      keeps,
      reason,
      receivedAt: iso(receivedAt),
    }));
  },
  print: (all, { t, lang }) =>
    printedSection(
      t('take-out:withdrawal.title'),
      all.map(({ scope, signedAt, drops, keeps, reason }) =>
        printed(t(`case-rights:withdraw.sent-${scope}`), [
          t('case-rights:withdraw.sent-at', { when: instantText(new Date(signedAt), lang) }),
          drops && `${t('case-rights:withdraw.sent-drops')}: ${drops}`,
          keeps && `${t('case-rights:withdraw.sent-keeps')}: ${keeps}`,
          reason && `${t('case-rights:withdraw.sent-reason')}: ${reason}`,
        ]),
      ),
    ),
});
