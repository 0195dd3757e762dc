'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/kernel/form-state';

export interface ContactFormTexts {
  email: string;
  emailHelp: string;
  phone: string;
  phoneHelp: string;
  save: string;
  working: string;
  /** by number of errors: index 0 is one */
  errorTitles: readonly string[];
}

/** E-mail and telephone. The server checks; what was typed comes back with what is wrong, also without JavaScript. */
export function ContactForm({
  action,
  email,
  phone,
  texts,
}: {
  action: FormAction;
  email: string;
  phone: string;
  texts: ContactFormTexts;
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const fields = state.fields ?? {};
  const typed = (name: 'email' | 'phone', stored: string) => {
    const value = state.values?.[name];
    return typeof value === 'string' ? value : stored;
  };
  const errors = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <form action={post} noValidate className="ms-stack">
      {errors.length > 0 ? (
        <ErrorSummary title={texts.errorTitles[errors.length - 1] ?? ''} errors={errors} level={2} />
      ) : (
        state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      <TextField
        key={`email ${typed('email', email)}`}
        name="email"
        type="email"
        autoComplete="email"
        dir="ltr"
        label={texts.email}
        description={texts.emailHelp}
        error={fields.email}
        defaultValue={typed('email', email)}
      />
      <TextField
        key={`phone ${typed('phone', phone)}`}
        name="phone"
        type="tel"
        autoComplete="tel"
        dir="ltr"
        width={20}
        label={texts.phone}
        description={texts.phoneHelp}
        error={fields.phone}
        defaultValue={typed('phone', phone)}
      />
      <div>
        <SubmitButton pendingText={texts.working}>{texts.save}</SubmitButton>
      </div>
    </form>
  );
}
