'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { OfferFormState } from './offer-form-state';

type WordName =
  | 'question'
  | 'yes'
  | 'no'
  | 'reason'
  | 'reasonHelp'
  | 'optional'
  | 'check'
  | 'checkTitle'
  | 'checkYes'
  | 'checkNo'
  | 'meansYes'
  | 'meansNo'
  | 'yourReason'
  | 'once'
  | 'sendYes'
  | 'sendNo'
  | 'sending'
  | 'change'
  | 'errorTitle';

/** Chosen, looked at with what it means, answered. The choice is carried by the form itself: no JavaScript is needed. */
export function OfferForm({
  action,
  words,
}: {
  action: (state: OfferFormState, form: FormData) => Promise<OfferFormState>;
  words: Record<WordName, string>;
}) {
  const [state, post] = useActionState(action, { status: 'idle', step: 'choose' });
  const typed = (name: string) => {
    const value = state.values?.[name];
    return typeof value === 'string' ? value : '';
  };
  const [answer, reason] = [typed('answer'), typed('reason')];
  const { fields = {} } = state;
  const wrong = state.status === 'error' && !state.fields && (
    <Alert kind="danger" live="alert">
      {state.message}
    </Alert>
  );
  if (state.step === 'check')
    return (
      <form action={post} className="ms-stack">
        {wrong}
        <Heading level={3} size="xs" id="check">
          {words.checkTitle}
        </Heading>
        <p>
          <strong>{answer === 'yes' ? words.checkYes : words.checkNo}</strong>
        </p>
        <p>{answer === 'yes' ? words.meansYes : words.meansNo}</p>
        {answer === 'no' && reason.trim() && (
          <>
            <Heading level={4} size="2xs">
              {words.yourReason}
            </Heading>
            <p dir="auto" className="ms-as-written">
              {reason}
            </p>
          </>
        )}
        <p>{words.once}</p>
        <input type="hidden" name="answer" value={answer} />
        <input type="hidden" name="reason" value={reason} />
        <ButtonGroup>
          <SubmitButton name="step" value="send" pendingText={words.sending}>
            {answer === 'yes' ? words.sendYes : words.sendNo}
          </SubmitButton>
          <Button name="step" value="choose" variant="secondary">
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
      {wrong}
      <RadioGroup
        key={answer}
        name="answer"
        label={words.question}
        error={fields.answer}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        {...(answer && { defaultValue: answer })}
      />
      <TextArea
        key={`reason ${reason}`}
        name="reason"
        label={words.reason}
        description={words.reasonHelp}
        optional={words.optional}
        error={fields.reason}
        defaultValue={reason}
      />
      <div>
        <SubmitButton name="step" value="check" pendingText={words.check}>
          {words.check}
        </SubmitButton>
      </div>
    </form>
  );
}
