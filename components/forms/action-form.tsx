'use client';

import { type ReactNode, useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import type { FormAction } from '@/lib/kernel/form-state';

/** A form that is only its button, or fields that can't be wrong: says above it why it didn't go through. */
export function ActionForm({ action, children }: { action: FormAction; children: ReactNode }) {
  const [state, post] = useActionState(action, { status: 'idle' });
  return (
    <form action={post}>
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      {children}
    </form>
  );
}
