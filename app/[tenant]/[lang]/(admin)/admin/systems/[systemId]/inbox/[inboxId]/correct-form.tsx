'use client';

import { type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/kernel/form-state';

/** What a message is to say, as JSON, and which case it is about. It comes back as it was typed, with what is wrong. */
export function CorrectForm({
  action,
  hidden,
  content,
  caseNumber,
  words,
}: {
  action: FormAction;
  /** which message it is */
  hidden: ReactNode;
  content: string;
  /** null: it names no case */
  caseNumber: string | null;
  words: Record<
    'errorTitle' | 'caseNumber' | 'caseHint' | 'content' | 'contentHint' | 'button' | 'working',
    string
  >;
}) {
  const [{ fields = {}, values = {} }, post] = useActionState(action, { status: 'idle' });
  const typed = (name: string, otherwise: string) =>
    typeof values[name] === 'string' ? values[name] : otherwise;
  return (
    <form action={post} className="ms-stack">
      <ErrorSummary
        title={words.errorTitle}
        errors={Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }))}
      />
      {hidden}
      {caseNumber !== null && (
        <TextField
          key={typed('caseNumber', caseNumber)}
          name="caseNumber"
          width={20}
          label={words.caseNumber}
          description={words.caseHint}
          {...(fields.caseNumber && { error: fields.caseNumber })}
          defaultValue={typed('caseNumber', caseNumber)}
        />
      )}
      <TextArea
        key={typed('content', content)}
        name="content"
        label={words.content}
        description={words.contentHint}
        rows={16}
        spellCheck={false}
        dir="ltr"
        {...(fields.content && { error: fields.content })}
        defaultValue={typed('content', content)}
      />
      <div>
        <SubmitButton pendingText={words.working}>{words.button}</SubmitButton>
      </div>
    </form>
  );
}
