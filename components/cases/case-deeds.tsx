import { Heading } from '@/components/ui/heading';
import { TextLink } from '@/components/ui/text-link';
import type { CasePhase } from '@/lib/cases/domain/case-lifecycle';
import { isBeforeDecision } from '@/lib/cases/domain/outlook';
import { href, type Language, texts } from '@/lib/platform/i18n';

/** What else she can do with a case; what waits for her stands first on the page. */
export function CaseDeeds({ caseId, phase, lang }: { caseId: string; phase: CasePhase; lang: Language }) {
  const t = texts(lang);
  const to = (place: string) => href(lang, `/cases/${caseId}/${place}`);
  const mayWithdraw = isBeforeDecision(phase) || phase === 'being_carried_out';
  return (
    <section className="ms-fact-box" aria-labelledby="deeds">
      <Heading level={2} size="xs" id="deeds">
        {t('case-rights:deeds.title')}
      </Heading>
      <ul className="ms-plain-list ms-stack" data-gap="sm">
        <li>
          <TextLink href={to('take-out')}>{t('take-out:page.title')}</TextLink>
        </li>
        {mayWithdraw && (
          <li>
            <TextLink href={to('withdraw')}>{t('case-rights:deeds.withdraw')}</TextLink>
          </li>
        )}
      </ul>
    </section>
  );
}
