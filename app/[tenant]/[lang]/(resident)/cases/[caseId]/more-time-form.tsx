'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { DateField } from '@/components/ui/date-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/lib/platform/action';

/** Which day she wishes for, and why. */
export function MoreTimeForm({
  action,
  dateTexts,
  words,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  dateTexts: Record<'day' | 'month' | 'year', string>;
  words: Record<'day' | 'dayHelp' | 'reason' | 'reasonHelp' | 'send' | 'sending' | 'errorTitle', string>;
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const { fields = {}, values = {} } = state;
  const typed = (name: string) => String(values[name] ?? '');
  return (
    <form action={post} className="ms-stack" noValidate key={JSON.stringify(values)}>
      <ErrorSummary
        title={words.errorTitle}
        errors={Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }))}
      />
      {state.status === 'error' && !state.fields && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <DateField
        name="wished"
        label={words.day}
        description={words.dayHelp}
        error={fields.wished}
        texts={dateTexts}
        defaultValue={{
          day: typed('wished-day'),
          month: typed('wished-month'),
          year: typed('wished-year'),
        }}
      />
      <TextArea
        name="reason"
        label={words.reason}
        description={words.reasonHelp}
        error={fields.reason}
        defaultValue={typed('reason')}
        dir="auto"
      />
      <div>
        <SubmitButton pendingText={words.sending}>{words.send}</SubmitButton>
      </div>
    </form>
  );
}
