'use client';

import { useCheckedForm } from '@/components/forms/use-checked-form';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Fieldset } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { Question } from '@/lib/appointments/domain/appointment-type';
import { formErrors } from '@/lib/appointments/domain/booking-content';
import type { MeetingWay } from '@/lib/appointments/domain/words';
import type { FormAction } from '@/lib/kernel/form-state';

export interface TextQuestion {
  name: string;
  label: string;
  help?: string | undefined;
  /** what the label is in, where that isn't the page's language */
  spoken: { lang?: string; dir?: 'ltr' | 'rtl' };
  lines: number;
  isOptional: boolean;
  value: string;
  type?: 'tel';
}

export interface ConfirmWords {
  /** by number of errors: index 0 is one */
  errorTitles: readonly string[];
  /** what can be wrong, by text key */
  problems: Readonly<Record<string, string>>;
  needs: string;
  needsHelp: string;
  optional: string;
  confirm: string;
  confirming: string;
  other: string;
  /** gives up the time: "Avbryt", or that she keeps the one she has */
  no: string;
}

/** What she needs for the meeting, what the type asks, and the press that makes the time hers. */
export function ConfirmForm({
  action,
  boxes,
  interpreter,
  questions,
  asked,
  words,
}: {
  action: FormAction;
  boxes: readonly { name: string; label: string; description?: string | undefined; isChecked: boolean }[];
  interpreter: TextQuestion;
  /** where she is called or lives, and what the type asks */
  questions: readonly TextQuestion[];
  /** what must be told */
  asked: { way: MeetingWay; questions: readonly Question[] };
  words: ConfirmWords;
}) {
  const { state, wrong, attempt, register, formProps } = useCheckedForm({
    action,
    initial: { status: 'idle' },
    // To choose another time, or none, she need not have answered.
    check: (form) =>
      form.get('step') === 'confirm'
        ? said(
            formErrors((field) => String(form.get(field) ?? ''), asked),
            words.problems,
          )
        : {},
  });
  const { values } = state;
  const errors = Object.entries(wrong).map(([fieldId, message]) => ({ fieldId, message }));
  const typed = (name: string, before: string) => {
    const value = values?.[name];
    return values ? (typeof value === 'string' ? value : '') : before;
  };
  const ask = ({ name, label, help, spoken, lines, isOptional, value, type }: TextQuestion) => {
    const field = {
      label: <span {...spoken}>{label}</span>,
      description: help && <span {...spoken}>{help}</span>,
      ...(isOptional && { optional: words.optional }),
      ...(wrong[name] && { error: wrong[name] }),
      ...register(name),
      // No limit here: a browser cuts what is pasted without a word. What is too long is told, and nothing lost.
      defaultValue: typed(name, value),
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
    <form {...formProps} className="ms-stack" data-gap="lg">
      <ErrorSummary key={attempt} title={words.errorTitles[errors.length - 1] ?? ''} errors={errors} />
      {state.status === 'error' && !state.fields && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      {questions.map(ask)}
      <Fieldset id="needs" label={words.needs} description={words.needsHelp}>
        <div className="ms-stack">
          <div className="ms-choices">
            {boxes.map(({ name, label, description, isChecked }) => {
              const isOn = Boolean(typed(name, isChecked ? 'yes' : ''));
              return (
                <Checkbox
                  key={`${name}${isOn}`}
                  {...register(name)}
                  label={label}
                  description={description}
                  defaultChecked={isOn}
                />
              );
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

const said = (errors: Record<string, string>, sentences: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sentences[key] ?? key]));
