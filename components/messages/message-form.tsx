'use client';

import { useRef } from 'react';
import { AwaitFiles } from '@/components/forms/await-files';
import { FileState, type FileStateTexts } from '@/components/forms/file-state';
import { SaveStatus } from '@/components/forms/save-status';
import { type Autosave, VERSION } from '@/components/forms/saved-form';
import { StaleChoice } from '@/components/forms/stale-choice';
import { useSavedForm } from '@/components/forms/use-saved-form';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { SaveTexts } from '@/lib/catalogue/domain/form-texts';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { MessageFormState } from './message-form-state';

export interface MessageFormTexts
  extends Record<
    | 'text'
    | 'textHelp'
    | 'files'
    | 'filesHelp'
    | 'upload'
    | 'uploaded'
    | 'chooseAgain'
    | 'send'
    | 'sending'
    | 'save',
    string
  > {
  /** only where a new thread is begun about a case */
  subject?: { label: string; help: string; optional: string };
  stale: Parameters<typeof StaleChoice>[0]['texts'];
  saving: SaveTexts;
  fileStates: FileStateTexts;
}

/**
 * A message: text, files, or both. A native form; with JavaScript what is written also saves by itself, and the page isn't
 * loaded anew.
 */
export function MessageForm({
  action,
  autosave,
  latestHref,
  messageId,
  draft,
  version,
  files,
  accept,
  most,
  texts,
}: {
  action: (state: MessageFormState, data: FormData) => Promise<MessageFormState>;
  autosave: Autosave;
  /** address of this page, to read it anew */
  latestHref: string;
  /** the draft's, or a new one: a form posted twice is one message */
  messageId: string;
  draft: { subject: string; text: string };
  /** the draft's, when the page was loaded */
  version: number;
  files: readonly { id: string; name: string; state: ScanState; remove: string }[];
  accept: string;
  most: { text: number; subject: number };
  texts: MessageFormTexts;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { state, dispatch, isPending, saving, post } = useSavedForm<MessageFormState>({
    form,
    start: { status: 'idle', version, errors: [], attempt: 0 },
    action,
    autosave,
    unreachable: texts.saving['save.unreachable'],
  });
  const errorOf = (id: string) =>
    state.errors
      .filter(({ fieldId }) => fieldId === id)
      .map(({ message }) => message)
      .join(' ') || undefined;
  const fileError = errorOf('files');
  return (
    <form ref={form} action={dispatch} className="ms-form" noValidate onSubmit={post}>
      <ErrorSummary
        key={state.attempt}
        title={state.errorTitle ?? ''}
        errors={state.errors.map(({ fieldId, message }) => ({ ...(fieldId && { fieldId }), message }))}
      />
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      {state.done && (
        <Alert kind="success" live="status">
          {state.done}
        </Alert>
      )}
      {/* Enter presses the form's first button: it must be "send", not "remove a file". */}
      <button
        type="submit"
        className="ds-sr-only"
        name={INTENT}
        value="next"
        tabIndex={-1}
        aria-hidden="true"
      >
        {texts.send}
      </button>
      <input type="hidden" name={VERSION} value={state.version} />
      <input type="hidden" name="message" value={messageId} />
      {texts.subject && (
        <TextField
          name="subject"
          label={texts.subject.label}
          description={texts.subject.help}
          optional={texts.subject.optional}
          error={errorOf('subject')}
          defaultValue={state.subject ?? draft.subject}
          maxLength={most.subject}
          dir="auto"
          onChange={saving.changed}
        />
      )}
      <TextArea
        name="text"
        label={texts.text}
        description={texts.textHelp}
        error={errorOf('text')}
        defaultValue={state.text ?? draft.text}
        rows={6}
        maxLength={most.text}
        dir="auto"
        onChange={saving.changed}
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
            {files.map(({ id, name, state, remove }) => (
              <li key={id}>
                <bdi>{name}</bdi> <FileState state={state} texts={texts.fileStates} />{' '}
                <Button variant="tertiary" size="sm" name={INTENT} value={`remove:${id}`}>
                  {remove}
                </Button>
              </li>
            ))}
          </ul>
          {files.some(({ state }) => state === 'waiting') && <AwaitFiles />}
        </div>
      )}
      {(state.status === 'stale' || saving.state.kind === 'stale') && (
        <StaleChoice texts={texts.stale} latestHref={latestHref} />
      )}
      <ButtonGroup>
        <Button name={INTENT} value="next" aria-busy={isPending || undefined}>
          {isPending ? texts.sending : texts.send}
        </Button>
        <Button variant="secondary" name={INTENT} value="later">
          {texts.save}
        </Button>
      </ButtonGroup>
      <SaveStatus state={saving.state} texts={texts.saving} onRetry={() => void saving.flush()} />
    </form>
  );
}
