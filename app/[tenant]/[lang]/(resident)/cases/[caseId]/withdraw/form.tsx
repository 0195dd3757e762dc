'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ErrorSummary } from '@/components/ui/error-summary';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { FormState } from '@/lib/platform/action';

type Words = Record<
  | 'scope'
  | 'all'
  | 'part'
  | 'drops'
  | 'dropsHelp'
  | 'keeps'
  | 'keepsHelp'
  | 'reason'
  | 'reasonHelp'
  | 'optional'
  | 'next'
  | 'working',
  string
>;

/** All of it or a part. The questions of a part are always there, and say what they are for: it works without JavaScript. */
export function WithdrawForm({
  action,
  before,
  words,
  errorTitles,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** what is prepared already */
  before: { scope: string; drops: string; keeps: string; reason: string } | null;
  words: Words;
  /** for one error, and for several */
  errorTitles: readonly string[];
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const { fields = {} } = state;
  const typed = (name: 'scope' | 'drops' | 'keeps' | 'reason') => {
    const value = state.values ? state.values[name] : before?.[name];
    return typeof value === 'string' ? value : '';
  };
  const errors = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  const area = (name: 'drops' | 'keeps' | 'reason', help: string, optional?: string) => (
    <TextArea
      key={`${name}${typed(name)}`}
      name={name}
      label={words[name]}
      description={help}
      error={fields[name]}
      defaultValue={typed(name)}
      rows={3}
      {...(optional && { optional })}
    />
  );
  return (
    <form action={post} className="ms-stack">
      <ErrorSummary title={errorTitles[errors.length > 1 ? 1 : 0] ?? ''} errors={errors} />
      {state.status === 'error' && !state.fields && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <RadioGroup
        key={typed('scope')}
        name="scope"
        label={words.scope}
        options={[
          { value: 'all', label: words.all },
          { value: 'part', label: words.part },
        ]}
        defaultValue={typed('scope')}
        error={fields.scope}
      />
      {area('drops', words.dropsHelp)}
      {area('keeps', words.keepsHelp, words.optional)}
      {area('reason', words.reasonHelp, words.optional)}
      <div>
        <SubmitButton pendingText={words.working}>{words.next}</SubmitButton>
      </div>
    </form>
  );
}
