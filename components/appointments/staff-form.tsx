'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { SpokenIn } from '@/lib/kernel/said';

/** The part of a posted form's answer that this shows; the whole is lib/platform/action's FormState. */
interface State {
  status: 'idle' | 'done' | 'error';
  message?: string;
  fields?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

interface FieldWords {
  name: string;
  label: string;
  description?: string;
  optional?: string;
}

/** A field of a form of staff's, with what stands in it to begin with. */
export type StaffField =
  | { kind: 'hidden'; name: string; value: string }
  | { kind: 'heading'; name: string; label: string; lead?: string }
  | (FieldWords & { kind: 'text'; value: string; width?: 4 | 5 | 12 | 20; unit?: string; spoken?: SpokenIn })
  | (FieldWords & { kind: 'area'; value: string; rows: number; spoken?: SpokenIn })
  | (FieldWords & {
      kind: 'select';
      value: string;
      options: readonly SelectOption[];
      placeholder?: string;
    })
  | (FieldWords & {
      kind: 'radio';
      value: string;
      options: readonly { value: string; label: string; description?: string }[];
      /** only there once the server has asked: its error is the question */
      onlyWhenAsked?: boolean;
    })
  | (FieldWords & {
      kind: 'checks';
      value: readonly string[];
      options: readonly { value: string; label: string }[];
      onlyWhenAsked?: boolean;
    });

/**
 * A form of staff's, told as its fields. The server checks; what was typed comes back with what is wrong, also without
 * JavaScript.
 */
export function StaffForm<S extends State>({
  action,
  initial,
  fields,
  texts,
}: {
  action: (state: S, form: FormData) => Promise<S>;
  initial: Awaited<S>;
  fields: readonly StaffField[];
  /** `errorTitles` by number of errors: index 0 is one */
  texts: { save: string; working: string; errorTitles: readonly string[] };
}) {
  const [state, post] = useActionState(action, initial);
  const wrong = state.fields ?? {};
  const order = fields.map(({ name }) => name);
  const errors = Object.entries(wrong)
    .map(([fieldId, message]) => ({ fieldId, message }))
    .sort((a, b) => order.indexOf(a.fieldId) - order.indexOf(b.fieldId));
  return (
    <form action={post} noValidate className="ms-stack">
      {errors.length > 0 ? (
        <ErrorSummary
          title={texts.errorTitles[errors.length - 1] ?? texts.errorTitles.at(-1) ?? ''}
          errors={errors}
        />
      ) : (
        state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          typed={state.values && (state.values[field.name] ?? '')}
          error={wrong[field.name]}
        />
      ))}
      <SubmitButton pendingText={texts.working}>{texts.save}</SubmitButton>
    </form>
  );
}

/** `typed`: what was posted, where something was; a key that changes with it puts it back in its place. */
function OneField({
  field,
  typed,
  error,
}: {
  field: StaffField;
  typed: string | string[] | undefined;
  error: string | undefined;
}) {
  // What was posted stands: also the version that it was made from, when the page round it is a newer one.
  if (field.kind === 'hidden')
    return (
      <input type="hidden" name={field.name} value={typed === undefined ? field.value : String(typed)} />
    );
  if (field.kind === 'heading')
    return (
      <div className="ms-stack" data-gap="sm">
        <Heading level={2} size="xs">
          {field.label}
        </Heading>
        {field.lead && <p>{field.lead}</p>}
      </div>
    );
  if ('onlyWhenAsked' in field && field.onlyWhenAsked && !error && !typed?.length) return null;
  if (field.kind === 'checks') {
    const { kind: _, value, onlyWhenAsked: __, ...words } = field;
    const chosen = typed === undefined ? [...value] : [typed].flat();
    return <CheckboxGroup key={chosen.join()} {...words} defaultValue={chosen} error={error} />;
  }
  const chosen = typed === undefined ? field.value : String(typed);
  if (field.kind === 'select') {
    const { kind: _, value: __, ...words } = field;
    return <Select key={chosen} {...words} defaultValue={chosen} error={error} />;
  }
  if (field.kind === 'radio') {
    const { kind: _, value: __, onlyWhenAsked: ___, ...words } = field;
    return <RadioGroup key={chosen} {...words} defaultValue={chosen} error={error} />;
  }
  if (field.kind === 'area') {
    const { kind: _, value: __, spoken, ...words } = field;
    return <TextArea key={chosen} {...words} {...spoken} defaultValue={chosen} error={error} />;
  }
  const { kind: _, value: __, spoken, ...words } = field;
  return (
    <TextField key={chosen} {...words} {...spoken} defaultValue={chosen} error={error} autoComplete="off" />
  );
}
