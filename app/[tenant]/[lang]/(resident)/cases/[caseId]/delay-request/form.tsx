'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { TextArea } from '@/components/ui/text-area';
import type { DelayFormState } from './delay-form-state';

/** Written, looked at, sent. What was written is carried by the form itself, so that it works without JavaScript. */
export function DelayRequestForm({
  action,
  rows,
  words,
}: {
  action: (state: DelayFormState, form: FormData) => Promise<DelayFormState>;
  /** what is sent, beside what she writes */
  rows: readonly SummaryRow[];
  words: Record<
    | 'reasons'
    | 'help'
    | 'optional'
    | 'check'
    | 'checkTitle'
    | 'written'
    | 'nothing'
    | 'send'
    | 'sending'
    | 'change'
    | 'errorTitle',
    string
  >;
}) {
  const [state, post] = useActionState(action, { status: 'idle', step: 'write' });
  const typed = typeof state.values?.reasons === 'string' ? state.values.reasons : '';
  const { fields = {} } = state;
  if (state.step === 'check')
    return (
      <form action={post} className="ms-stack">
        {state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )}
        <Heading level={2} id="check">
          {words.checkTitle}
        </Heading>
        <SummaryList
          rows={[
            ...rows,
            {
              term: words.written,
              value: typed.trim() ? (
                <span dir="auto" className="ms-as-written">
                  {typed}
                </span>
              ) : (
                words.nothing
              ),
            },
          ]}
        />
        <input type="hidden" name="reasons" value={typed} />
        <ButtonGroup>
          <SubmitButton name="step" value="send" pendingText={words.sending}>
            {words.send}
          </SubmitButton>
          <Button name="step" value="write" variant="secondary">
            {words.change}
          </Button>
        </ButtonGroup>
      </form>
    );
  return (
    <form action={post} className="ms-stack">
      <ErrorSummary
        title={words.errorTitle}
        errors={Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }))}
      />
      {state.status === 'error' && !state.fields && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <TextArea
        key={typed}
        name="reasons"
        label={words.reasons}
        description={words.help}
        optional={words.optional}
        error={fields.reasons}
        defaultValue={typed}
      />
      <div>
        <SubmitButton name="step" value="check" pendingText={words.check}>
          {words.check}
        </SubmitButton>
      </div>
    </form>
  );
}
