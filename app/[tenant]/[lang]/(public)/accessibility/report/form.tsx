'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { FormAction, FormState } from '@/lib/kernel/form-state';

type Texts = Record<
  | 'what'
  | 'whatHelp'
  | 'page'
  | 'pageHelp'
  | 'email'
  | 'emailHelp'
  | 'homepage'
  | 'optional'
  | 'send'
  | 'working',
  string
> & {
  /** by number of errors: index 0 is one */
  errorTitles: readonly string[];
};

/** What doesn't work, where, and how to answer. A native form: the server checks, and gives back what was typed. */
export function ReportForm({
  action,
  initial,
  formId,
  page,
  texts,
}: {
  action: FormAction;
  initial: FormState;
  /** new each time the form is shown: the same form sent twice is one report */
  formId: string;
  /** where one came from */
  page: string;
  texts: Texts;
}) {
  const [state, post] = useActionState(action, initial);
  const fields = state.fields ?? {};
  const typed = (name: string, first = '') => {
    const value = state.values?.[name];
    return typeof value === 'string' ? value : first;
  };
  const errors = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <form action={post} noValidate className="ms-form">
      {errors.length > 0 ? (
        <ErrorSummary title={texts.errorTitles[errors.length - 1] ?? ''} errors={errors} />
      ) : (
        state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      <input type="hidden" name="form" value={typed('form', formId)} />
      <TextArea
        key={`what ${typed('what')}`}
        name="what"
        rows={8}
        dir="auto"
        label={texts.what}
        description={texts.whatHelp}
        error={fields.what}
        defaultValue={typed('what')}
      />
      <TextField
        key={`page ${typed('page', page)}`}
        name="page"
        dir="auto"
        label={texts.page}
        description={texts.pageHelp}
        optional={texts.optional}
        error={fields.page}
        defaultValue={typed('page', page)}
      />
      <TextField
        key={`email ${typed('email')}`}
        name="email"
        type="email"
        autoComplete="email"
        dir="ltr"
        label={texts.email}
        description={texts.emailHelp}
        optional={texts.optional}
        error={fields.email}
        defaultValue={typed('email')}
      />
      {/* For robots, which fill in everything. Seen only where something has been filled in, so that it can be mended. */}
      <div className={fields.homepage ? undefined : 'ds-sr-only'} aria-hidden={!fields.homepage}>
        <TextField
          key={`homepage ${typed('homepage')}`}
          name="homepage"
          tabIndex={fields.homepage ? undefined : -1}
          autoComplete="off"
          label={texts.homepage}
          error={fields.homepage}
          defaultValue={typed('homepage')}
        />
      </div>
      <div>
        <SubmitButton pendingText={texts.working}>{texts.send}</SubmitButton>
      </div>
    </form>
  );
}
