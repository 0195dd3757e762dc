'use client';

import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import { Heading } from '@/components/ui/heading';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { INTENT, noErrors, type SupplementFormState } from './supplement-form-state';

type Texts = Record<
  | 'heading'
  | 'text'
  | 'textHelp'
  | 'files'
  | 'filesHelp'
  | 'upload'
  | 'uploaded'
  | 'chooseAgain'
  | 'whatHappens'
  | 'send'
  | 'sending'
  | 'save',
  string
>;

/** The answer to a request: text, files, or both. A native form; JavaScript only saves the page from being loaded anew. */
export function SupplementForm({
  action,
  draft,
  files,
  accept,
  maxText,
  texts,
}: {
  action: (state: SupplementFormState, data: FormData) => Promise<SupplementFormState>;
  draft: string;
  files: readonly { id: string; name: string; remove: string }[];
  accept: string;
  maxText: number;
  texts: Texts;
}) {
  const [state, dispatch] = useActionState(action, noErrors);
  const errorOf = (id: string) =>
    state.errors
      .filter(({ fieldId }) => fieldId === id)
      .map(({ message }) => message)
      .join(' ') || undefined;
  const fileError = errorOf('files');
  return (
    <form action={dispatch} className="ms-form" noValidate>
      <ErrorSummary
        key={state.attempt}
        attempt={state.attempt}
        title={state.errorTitle ?? ''}
        errors={state.errors.map(({ fieldId, message }) => ({ ...(fieldId && { fieldId }), message }))}
      />
      {state.done && (
        <Alert kind="success" live="status">
          {state.done}
        </Alert>
      )}
      <Heading level={2}>{texts.heading}</Heading>
      {/* Enter presses the form's first button: it must be "send", not "remove a file". */}
      <button
        type="submit"
        className="ds-sr-only"
        name={INTENT}
        value="send"
        tabIndex={-1}
        aria-hidden="true"
      >
        {texts.send}
      </button>
      <TextArea
        key={`text-${state.attempt}`}
        name="text"
        label={texts.text}
        description={texts.textHelp}
        error={errorOf('text')}
        defaultValue={state.text ?? draft}
        rows={8}
        maxLength={maxText}
        dir="auto"
      />
      <FileField
        key={`files-${state.attempt}`}
        name="files"
        label={texts.files}
        description={texts.filesHelp}
        error={fileError && `${fileError} ${texts.chooseAgain}`}
        accept={accept}
        multiple
      />
      <Button variant="secondary" size="sm" name={INTENT} value="upload">
        {texts.upload}
      </Button>
      {files.length > 0 && (
        <div>
          <p className="ds-label">{texts.uploaded}</p>
          <ul className="ds-list">
            {files.map(({ id, name, remove }) => (
              <li key={id}>
                <bdi>{name}</bdi>{' '}
                <Button variant="tertiary" size="sm" name={INTENT} value={`remove:${id}`}>
                  {remove}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{texts.whatHappens}</p>
      <ButtonGroup>
        <SubmitButton name={INTENT} value="send" pendingText={texts.sending}>
          {texts.send}
        </SubmitButton>
        <Button variant="secondary" name={INTENT} value="later">
          {texts.save}
        </Button>
      </ButtonGroup>
    </form>
  );
}
