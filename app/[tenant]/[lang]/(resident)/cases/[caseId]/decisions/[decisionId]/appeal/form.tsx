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
import { Heading } from '@/components/ui/heading';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { AppealDraft, AppealField } from '@/lib/cases/domain/appeal-content';
import type { SaveTexts } from '@/lib/catalogue/domain/form-texts';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { AppealFormState } from './appeal-form-state';

/** A field, in the person's language, as the page has decided it. */
export interface AppealFieldView {
  name: AppealField;
  label: string;
  description?: string;
  optional?: string;
  /** none: one line */
  rows?: number;
  type?: 'tel' | 'email';
  autoComplete?: string;
  maxLength: number;
}

type Texts = Record<
  'heading' | 'files' | 'filesHelp' | 'upload' | 'uploaded' | 'chooseAgain' | 'next' | 'saving' | 'save',
  string
> & {
  stale: Parameters<typeof StaleChoice>[0]['texts'];
  saves: SaveTexts;
  fileStates: FileStateTexts;
};

/**
 * What she writes of an appeal. A native form; with JavaScript it also saves by itself, and the page isn't loaded anew.
 * Nothing is sent from here: it is read through first.
 */
export function AppealForm({
  action,
  autosave,
  latestHref,
  fields,
  draft,
  version,
  files,
  accept,
  texts,
}: {
  action: (state: AppealFormState, data: FormData) => Promise<AppealFormState>;
  autosave: Autosave;
  /** address of this page, to read it anew */
  latestHref: string;
  fields: readonly AppealFieldView[];
  draft: AppealDraft;
  version: number;
  files: readonly { id: string; name: string; state: ScanState; remove: string }[];
  accept: string;
  texts: Texts;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { state, dispatch, isPending, saving, post } = useSavedForm<AppealFormState>({
    form,
    start: { status: 'idle', version, errors: [], attempt: 0 },
    action,
    autosave,
    unreachable: texts.saves['save.unreachable'],
  });
  const errorOf = (id: string) =>
    state.errors
      .filter(({ fieldId }) => fieldId === id)
      .map(({ message }) => message)
      .join(' ') || undefined;
  const wrong = (id: string) => {
    const error = errorOf(id);
    return error ? { error } : {};
  };
  const fileError = errorOf('files');
  const value = state.typed ?? draft;
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
      <Heading level={2}>{texts.heading}</Heading>
      {/* Enter presses the form's first button: it must be "go on", not "remove a file". */}
      <button
        type="submit"
        className="ds-sr-only"
        name={INTENT}
        value="next"
        tabIndex={-1}
        aria-hidden="true"
      >
        {texts.next}
      </button>
      <input type="hidden" name={VERSION} value={state.version} />
      {fields.map(({ name, rows, type, ...field }) =>
        rows ? (
          <TextArea
            key={name}
            name={name}
            {...field}
            {...wrong(name)}
            rows={rows}
            defaultValue={value[name]}
            dir="auto"
            onChange={saving.changed}
          />
        ) : (
          <TextField
            key={name}
            name={name}
            {...field}
            {...(type && { type })}
            {...wrong(name)}
            defaultValue={value[name]}
            dir="ltr"
            onChange={saving.changed}
          />
        ),
      )}
      <FileField
        key={`files-${state.attempt}`}
        name="files"
        label={texts.files}
        description={texts.filesHelp}
        {...(fileError && { error: `${fileError} ${texts.chooseAgain}` })}
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
            {files.map(({ id, name, state: scanned, remove }) => (
              <li key={id}>
                <bdi>{name}</bdi> <FileState state={scanned} texts={texts.fileStates} />{' '}
                <Button variant="tertiary" size="sm" name={INTENT} value={`remove:${id}`}>
                  {remove}
                </Button>
              </li>
            ))}
          </ul>
          {files.some(({ state: scanned }) => scanned === 'waiting') && <AwaitFiles />}
        </div>
      )}
      {(state.status === 'stale' || saving.state.kind === 'stale') && (
        <StaleChoice texts={texts.stale} latestHref={latestHref} />
      )}
      <ButtonGroup>
        <Button name={INTENT} value="next" aria-busy={isPending || undefined}>
          {isPending ? texts.saving : texts.next}
        </Button>
        <Button variant="secondary" name={INTENT} value="later">
          {texts.save}
        </Button>
      </ButtonGroup>
      <SaveStatus state={saving.state} texts={texts.saves} onRetry={() => void saving.flush()} />
    </form>
  );
}
