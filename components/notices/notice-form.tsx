'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { ErrorSummary } from '@/components/ui/error-summary';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/kernel/form-state';

export interface NoticeKindChoice {
  kind: string;
  label: string;
  about: string;
  chosen: readonly string[];
}

export interface NoticeFormTexts {
  quiet: string;
  quietAbout: string;
  from: string;
  to: string;
  ownAbout: string;
  save: string;
  working: string;
  /** by number of errors: index 0 is one */
  errorTitles: readonly string[];
}

/** How she is told, kind by kind, and when she is left in peace. What was ticked comes back with what is wrong. */
export function NoticeForm({
  action,
  kinds,
  channels,
  quiet,
  hours,
  texts,
}: {
  action: FormAction;
  kinds: readonly NoticeKindChoice[];
  channels: readonly { value: string; label: string }[];
  /** null where nothing that is sent makes a sound */
  quiet: {
    chosen: string;
    from: string;
    to: string;
    options: readonly { value: string; label: string }[];
  } | null;
  hours: readonly { value: string; text: string }[];
  texts: NoticeFormTexts;
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const { fields = {}, values } = state;
  const ticked = (name: string, stored: readonly string[]) => (values ? [values[name] ?? []].flat() : stored);
  const typed = (name: string, stored: string) => {
    const value = values?.[name];
    return typeof value === 'string' ? value : stored;
  };
  const errors = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  // What was ticked is given to the boxes anew after each answer; React would leave them as they were first shown.
  const round = JSON.stringify(values ?? null);
  return (
    <form action={post} noValidate className="ms-stack" key={round}>
      {errors.length > 0 ? (
        <ErrorSummary title={texts.errorTitles[errors.length - 1] ?? ''} errors={errors} level={2} />
      ) : (
        state.status === 'error' && (
          <Alert kind="danger" live="alert">
            {state.message}
          </Alert>
        )
      )}
      {kinds.map(({ kind, label, about, chosen }) => (
        <CheckboxGroup
          key={kind}
          name={kind}
          label={label}
          description={about}
          error={fields[kind]}
          options={channels}
          defaultValue={ticked(kind, chosen)}
        />
      ))}
      {quiet && (
        <>
          <RadioGroup
            name="quiet"
            label={texts.quiet}
            description={texts.quietAbout}
            error={fields.quiet}
            options={quiet.options}
            defaultValue={typed('quiet', quiet.chosen)}
          />
          <Select
            name="quiet-from"
            label={texts.from}
            description={texts.ownAbout}
            options={hours}
            defaultValue={typed('quiet-from', quiet.from)}
          />
          <Select
            name="quiet-to"
            label={texts.to}
            error={fields['quiet-to']}
            options={hours}
            defaultValue={typed('quiet-to', quiet.to)}
          />
        </>
      )}
      <div>
        <SubmitButton pendingText={texts.working}>{texts.save}</SubmitButton>
      </div>
    </form>
  );
}
