'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ButtonGroup, ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { BookingFormState } from './booking-form-state';

/** Cancelling, with a reason if she wants to give one. */
export function CancelForm({
  action,
  keepHref,
  most,
  words,
}: {
  action: (state: BookingFormState, form: FormData) => Promise<BookingFormState>;
  keepHref: string;
  most: number;
  words: Record<'errorTitle' | 'reason' | 'help' | 'optional' | 'cancel' | 'cancelling' | 'keep', string>;
}) {
  const [{ status, message, fields = {}, values }, post] = useActionState(action, { status: 'idle' });
  const typed = typeof values?.reason === 'string' ? values.reason : '';
  return (
    <form action={post} className="ms-stack">
      <ErrorSummary
        title={words.errorTitle}
        errors={Object.entries(fields).map(([fieldId, said]) => ({ fieldId, message: said }))}
      />
      {status === 'error' && Object.keys(fields).length === 0 && (
        <Alert kind="danger" live="alert">
          {message}
        </Alert>
      )}
      <TextArea
        key={typed}
        name="reason"
        label={words.reason}
        description={words.help}
        optional={words.optional}
        {...(fields.reason && { error: fields.reason })}
        defaultValue={typed}
        maxLength={most}
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
