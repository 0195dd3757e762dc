'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Fieldset } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { BookingFormState } from './booking-form-state';

export interface TextQuestion {
  name: string;
  label: string;
  help?: string | undefined;
  /** what the label is in, where that isn't the page's language */
  spoken: { lang?: string; dir?: 'ltr' | 'rtl' };
  lines: number;
  isOptional: boolean;
  most: number;
  value: string;
  type?: 'tel';
}

export interface ConfirmWords {
  errorTitle: string;
  needs: string;
  needsHelp: string;
  optional: string;
  confirm: string;
  confirming: string;
  other: string;
  /** gives up the time: "Avbryt", or that she keeps the one she has */
  no: string;
  lapsedTitle: string;
  lapsed: string;
}

/** What she needs for the meeting, what the type asks, and the press that makes the time hers. */
export function ConfirmForm({
  action,
  boxes,
  interpreter,
  questions,
  words,
}: {
  action: (state: BookingFormState, form: FormData) => Promise<BookingFormState>;
  boxes: readonly { name: string; label: string; isChecked: boolean }[];
  interpreter: TextQuestion;
  /** where she is called or lives, and what the type asks */
  questions: readonly TextQuestion[];
  words: ConfirmWords;
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const { fields = {}, values } = state;
  const typed = (name: string, before: string) => {
    const value = values?.[name];
    return values ? (typeof value === 'string' ? value : '') : before;
  };
  const ask = ({ name, label, help, spoken, lines, isOptional, most, value, type }: TextQuestion) => {
    const field = {
      name,
      label: <span {...spoken}>{label}</span>,
      description: help && <span {...spoken}>{help}</span>,
      ...(isOptional && { optional: words.optional }),
      ...(fields[name] && { error: fields[name] }),
      defaultValue: typed(name, value),
      maxLength: most,
      dir: type ? 'ltr' : 'auto',
    };
    return lines > 1 ? (
      <TextArea key={`${name}${field.defaultValue}`} {...field} rows={lines} />
    ) : (
      <TextField
        key={`${name}${field.defaultValue}`}
        {...field}
        {...(type && { type, autoComplete: type, width: 20 as const })}
      />
    );
  };
  return (
    <form action={post} className="ms-stack" data-gap="lg">
      <ErrorSummary
        title={words.errorTitle}
        errors={Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }))}
      />
      {state.isLapsed ? (
        <Alert kind="warning" live="alert" title={words.lapsedTitle}>
          <p>{words.lapsed}</p>
          <Button name="step" value="other">
            {words.other}
          </Button>
        </Alert>
      ) : (
        state.status === 'error' &&
        !state.fields && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      {questions.map(ask)}
      <Fieldset id="needs" label={words.needs} description={words.needsHelp}>
        <div className="ms-stack">
          <div className="ms-choices">
            {boxes.map(({ name, label, isChecked }) => {
              const isOn = Boolean(typed(name, isChecked ? 'yes' : ''));
              return <Checkbox key={`${name}${isOn}`} name={name} label={label} defaultChecked={isOn} />;
            })}
          </div>
          {ask(interpreter)}
        </div>
      </Fieldset>
      <ButtonGroup>
        <SubmitButton name="step" value="confirm" size="lg" pendingText={words.confirming}>
          {words.confirm}
        </SubmitButton>
        <Button name="step" value="other" variant="secondary">
          {words.other}
        </Button>
        <Button name="step" value="no" variant="tertiary">
          {words.no}
        </Button>
      </ButtonGroup>
    </form>
  );
}
