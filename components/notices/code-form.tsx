'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/kernel/form-state';

/** The code that was sent to a new address. */
export function CodeForm({
  action,
  changeId,
  texts,
}: {
  action: FormAction;
  changeId: string;
  texts: { label: string; help: string; confirm: string; working: string; errorTitle: string };
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const error = state.fields?.code;
  const typed = state.values?.code;
  const code = typeof typed === 'string' ? typed : '';
  return (
    <form action={post} noValidate className="ms-stack">
      {error ? (
        <ErrorSummary title={texts.errorTitle} errors={[{ fieldId: 'code', message: error }]} level={2} />
      ) : (
        state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      <input type="hidden" name="change" value={changeId} />
      <TextField
        key={code}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        width={12}
        label={texts.label}
        description={texts.help}
        error={error}
        defaultValue={code}
      />
      <div>
        <SubmitButton pendingText={texts.working}>{texts.confirm}</SubmitButton>
      </div>
    </form>
  );
}
