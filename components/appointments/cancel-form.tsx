'use client';

import { useCheckedForm } from '@/components/forms/use-checked-form';
import { Alert } from '@/components/ui/alert';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { isReasonTooLong } from '@/lib/appointments/domain/cancel-reason';
import type { FormAction } from '@/lib/kernel/form-state';

/** Cancelling, with a reason if she wants to give one. */
export function CancelForm({
  action,
  keepHref,
  words,
}: {
  action: FormAction;
  keepHref: string;
  words: Record<
    'errorTitle' | 'tooLong' | 'reason' | 'help' | 'optional' | 'cancel' | 'cancelling' | 'keep',
    string
  >;
}) {
  const { state, wrong, attempt, register, formProps } = useCheckedForm({
    action,
    initial: { status: 'idle' },
    check: (form) => ({
      ...(isReasonTooLong(form.get('reason')) && { reason: words.tooLong }),
    }),
  });
  const typed = typeof state.values?.reason === 'string' ? state.values.reason : '';
  return (
    <form {...formProps} className="ms-stack">
      <ErrorSummary
        key={attempt}
        title={words.errorTitle}
        errors={Object.entries(wrong).map(([fieldId, message]) => ({ fieldId, message }))}
      />
      {state.status === 'error' && !state.fields && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <TextArea
        key={typed}
        {...register('reason')}
        label={words.reason}
        description={words.help}
        optional={words.optional}
        {...(wrong.reason && { error: wrong.reason })}
        defaultValue={typed}
        rows={3}
        dir="auto"
      />
      <ButtonGroup>
        <SubmitButton color="danger" pendingText={words.cancelling}>
          {words.cancel}
        </SubmitButton>
        <ButtonLink href={keepHref} variant="secondary">
          {words.keep}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
