'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/kernel/form-state';
import { flatFields, type StaffField, StaffFields } from './staff-field';

/**
 * A form of staff's, told as its fields. The server checks; what was typed comes back with what is wrong, also without
 * JavaScript. `contents` is what the way to its sections is called: for a long one.
 */
export function StaffForm({
  action,
  fields,
  texts,
  contents,
}: {
  action: FormAction;
  fields: readonly StaffField[];
  /** `errorTitles` by number of errors: index 0 is one */
  texts: { save: string; working: string; notSaved: string; errorTitles: readonly string[] };
  contents?: string;
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const errors = errorsOf(flatFields(fields), state.fields ?? {});
  const form = (
    <form action={post} noValidate className="ms-stack">
      {errors.length > 0 ? (
        <ErrorSummary
          title={texts.errorTitles[errors.length - 1] ?? texts.errorTitles.at(-1) ?? ''}
          errors={errors}
        />
      ) : (
        // It takes the focus: who has pressed at the foot of a long form sees nothing of its head.
        state.status === 'error' && (
          <ErrorSummary title={texts.notSaved} errors={[{ message: state.message ?? '' }]} />
        )
      )}
      <StaffFields fields={fields} state={state} />
      <div>
        <SubmitButton pendingText={texts.working}>{texts.save}</SubmitButton>
      </div>
    </form>
  );
  if (!contents) return form;
  return (
    <div className="ms-staff-form">
      <nav aria-labelledby="form-contents" className="ms-stack" data-gap="sm">
        <strong id="form-contents">{contents}</strong>
        <ul className="ms-plain-list">
          {fields.map(
            (field) =>
              field.kind === 'section' && (
                <li key={field.name}>
                  <a className="ds-link" href={`#${field.name}`}>
                    {field.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      </nav>
      {form}
    </div>
  );
}

/** In the order of the form. What is wrong in the same way in several fields says of which. */
function errorsOf(fields: readonly StaffField[], wrong: Record<string, string>) {
  const order = fields.map(({ name }) => name);
  const messages = Object.values(wrong);
  const labelOf = (fieldId: string) => {
    const field = fields.find(({ name }) => name === fieldId);
    return field && 'label' in field ? `${field.label}: ` : '';
  };
  return Object.entries(wrong)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([fieldId, message]) => ({
      fieldId,
      message:
        messages.indexOf(message) === messages.lastIndexOf(message)
          ? message
          : `${labelOf(fieldId)}${message}`,
    }));
}
