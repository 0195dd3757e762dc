import { outcomeGroup } from '@/lib/back-office/domain/outcome';
import type { Translate } from '@/lib/platform/i18n';

/** What came of a try, what to do about it, and the code that a vendor asks for. */
export function OutcomeText({ code, t }: { code: string; t: Translate }) {
  const group = outcomeGroup(code);
  return (
    <>
      {t(`systems:outcomes.${group}.what`)} {t(`systems:outcomes.${group}.do`)}{' '}
      {group !== 'heard' && code && <bdi>{t('systems:code', { code })}</bdi>}
    </>
  );
}
