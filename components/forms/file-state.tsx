import { Tag } from '@/components/ui/tag';
import type { PageTexts } from '@/lib/catalogue/domain/form-texts';
import type { ScanState } from '@/lib/kernel/scan-state';

export type FileStateTexts = Pick<
  PageTexts,
  'file.waiting' | 'file.clean' | 'file.infected' | 'file.waitingText' | 'file.infectedText'
>;

const colors = { waiting: 'info', clean: 'success', infected: 'danger' } as const;

/** How it stands with a file that a scanner looks through: a word, and what it means for her where it means anything. */
export function FileState({ state, texts }: { state: ScanState | undefined; texts: FileStateTexts }) {
  if (state !== 'waiting' && state !== 'clean' && state !== 'infected') return null;
  return (
    <>
      <Tag color={colors[state]}>{texts[`file.${state}`]}</Tag>
      {state !== 'clean' && <span className="ms-file-state"> {texts[`file.${state}Text`]}</span>}
    </>
  );
}
