'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { CopyText } from '@/components/ui/copy-text';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FormState } from '@/lib/kernel/form-state';

export interface FeedFormTexts {
  /** before `make`, where she has one that she may have lost */
  once?: string | undefined;
  make: string;
  working: string;
  made: string;
  label: string;
  help: string;
  copy: string;
  copied: string;
}

/** Makes her calendar address, and shows it this once: in a field, so that it can be copied without JavaScript too. */
export function FeedForm({
  action,
  isSecond,
  texts,
}: {
  action: (state: FormState) => Promise<FormState>;
  /** she has one already: a new one is not the first thing to do */
  isSecond: boolean;
  texts: FeedFormTexts;
}) {
  const [state, post] = useActionState<FormState>(action, { status: 'idle' });
  const address = state.status === 'done' ? state.values?.address : undefined;
  if (typeof address === 'string')
    return (
      <div className="ms-stack">
        <Alert kind="success" live="status">
          {texts.made}
        </Alert>
        <TextField
          name="address"
          id="calendar-address"
          dir="ltr"
          readOnly
          label={texts.label}
          description={texts.help}
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <div className="ms-button-group">
          <CopyText text={address} words={{ copy: texts.copy, copied: texts.copied }} />
        </div>
      </div>
    );
  return (
    <form action={post} className="ms-stack">
      {texts.once && <p>{texts.once}</p>}
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <div>
        <SubmitButton pendingText={texts.working} variant={isSecond ? 'secondary' : 'primary'}>
          {texts.make}
        </SubmitButton>
      </div>
    </form>
  );
}
