'use client';

import { type ReactNode, useActionState } from 'react';
import { Alert } from '@/components/ui/alert';

/** The part of a posted form's answer that this shows; the whole is lib/platform/action's FormState. */
interface State {
  status: 'idle' | 'done' | 'error';
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** A form that is only its button, or fields that can't be wrong: says above it why it didn't go through. */
export function ActionForm<S extends State>({
  action,
  initial,
  children,
}: {
  action: (state: S, form: FormData) => Promise<S>;
  initial: Awaited<S>;
  children: ReactNode;
}) {
  const [state, post] = useActionState(action, initial);
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
