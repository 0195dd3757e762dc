'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/platform/action';

/** The one button on the page of a decision that is not opened. */
export function OpenForm({
  action,
  texts,
}: {
  action: () => Promise<FormState>;
  texts: { open: string; opening: string };
}) {
  const [state, dispatch] = useActionState(action, { status: 'idle' });
  return (
    <form action={dispatch}>
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <SubmitButton size="lg" pendingText={texts.opening}>
        {texts.open}
      </SubmitButton>
    </form>
  );
}
