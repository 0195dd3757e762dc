import { InLanguage } from '@/components/ui/in-language';
import { PhaseTag } from '@/components/ui/tag';
import type { CasePhase } from '@/lib/cases/domain/case-lifecycle';
import type { Said } from '@/lib/kernel/said';
import { type Language, texts } from '@/lib/platform/i18n';

/** Where a case is, in a few words: the municipality's own status, or the phase's general text. */
export function CaseTag({ phase, status, lang }: { phase: CasePhase; status: Said | null; lang: Language }) {
  return (
    <PhaseTag phase={phase}>
      {status ? (
        <InLanguage lang={status.lang} on={lang}>
          {status.text}
        </InLanguage>
      ) : (
        texts(lang)(`cases:phase.${phase}`)
      )}
    </PhaseTag>
  );
}
