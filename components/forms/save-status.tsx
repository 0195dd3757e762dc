'use client';

import { Button } from '@/components/ui/button';
import { fillIn, type SaveTexts } from '@/lib/catalogue/domain/form-texts';
import type { SaveState } from './use-autosave';

/**
 * "Sparat kl. 13.15". Read out when there is a pause; "Sparas…" stands outside the part that is read, so that each
 * word typed isn't answered by two messages.
 */
export function SaveStatus({
  state,
  texts,
  onRetry,
}: {
  state: SaveState;
  texts: SaveTexts;
  onRetry: () => void;
}) {
  const trouble = state.kind === 'failed' || state.kind === 'ended';
  return (
    <div className="ms-save-status" data-state={state.kind}>
      <span role="status">
        {state.kind === 'saved' && fillIn(texts['save.saved'], { time: state.time })}
        {state.kind === 'failed' && texts['save.failed']}
        {state.kind === 'ended' && texts['save.ended']}
      </span>
      {state.kind === 'saving' && <span>{texts['save.saving']}</span>}
      {trouble && (
        <Button type="button" variant="tertiary" size="sm" onClick={onRetry}>
          {texts['save.retry']}
        </Button>
      )}
    </div>
  );
}
