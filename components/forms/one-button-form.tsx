'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/kernel/form-state';

/** A deed of one button: open the decision, send the appeal. What the server refuses is said above it. */
export function OneButtonForm({
  action,
  label,
  pendingText,
}: {
  action: () => Promise<FormState>;
  label: string;
  pendingText: string;
}) {
  const [state, dispatch] = useActionState<FormState>(action, { status: 'idle' });
  return (
    <form action={dispatch}>
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <SubmitButton size="lg" pendingText={pendingText}>
        {label}
      </SubmitButton>
    </form>
  );
}
