'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { FormAction } from '@/lib/kernel/form-state';

/** No to signing, with a reason for those who want to give one. What was typed comes back with what is wrong. */
export function DeclineForm({
  action,
  words,
}: {
  action: FormAction;
  words: { reason: string; help: string; decline: string; working: string };
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const typed = typeof state.values?.reason === 'string' ? state.values.reason : '';
  return (
    <form action={post} className="ms-stack">
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <TextArea
        key={typed}
        name="reason"
        label={words.reason}
        description={words.help}
        error={state.fields?.reason}
        defaultValue={typed}
        rows={3}
      />
      <div>
        <SubmitButton pendingText={words.working} variant="secondary" color="danger">
          {words.decline}
        </SubmitButton>
      </div>
    </form>
  );
}
