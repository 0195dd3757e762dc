'use client';

import { useCheckedForm } from '@/components/forms/use-checked-form';
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
  | 'mustChoose'
  | 'tooLong';

/** Chosen, looked at with what it means, answered. The choice is carried by the form itself: no JavaScript is needed. */
export function OfferForm({
  action,
  most,
  errorTitles,
  words,
}: {
  action: (state: OfferFormState, form: FormData) => Promise<OfferFormState>;
  /** characters of a reason */
  most: number;
  /** by number of errors: index 0 is one */
  errorTitles: readonly string[];
  words: Record<WordName, string>;
}) {
  const { state, wrong, attempt, register, formProps } = useCheckedForm<OfferFormState>({
    action,
    initial: { status: 'idle', step: 'choose' },
    check: (form) => ({
      ...(!form.get('answer') && { answer: words.mustChoose }),
      ...(String(form.get('reason') ?? '').length > most && { reason: words.tooLong }),
    }),
  });
  const typed = (name: string) => {
    const value = state.values?.[name];
    return typeof value === 'string' ? value : '';
  };
  const [answer, reason] = [typed('answer'), typed('reason')];
  const errors = Object.entries(wrong).map(([fieldId, message]) => ({ fieldId, message }));
  const failed = state.status === 'error' && !state.fields && (
    <Alert kind="danger" live="alert">
      {state.message}
    </Alert>
  );
  if (state.step === 'check')
    return (
      <form {...formProps} className="ms-stack">
        {failed}
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
    <form {...formProps} className="ms-stack">
      <ErrorSummary key={attempt} title={errorTitles[errors.length - 1] ?? ''} errors={errors} />
      {failed}
      <RadioGroup
        key={answer}
        {...register('answer')}
        label={words.question}
        {...(wrong.answer && { error: wrong.answer })}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        {...(answer && { defaultValue: answer })}
      />
      <TextArea
        key={`reason ${reason}`}
        {...register('reason')}
        label={words.reason}
        description={words.reasonHelp}
        optional={words.optional}
        {...(wrong.reason && { error: wrong.reason })}
        rows={4}
        dir="auto"
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
