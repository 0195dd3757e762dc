'use client';

import { type ReactNode, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import type { SaveTexts } from '@/lib/catalogue/domain/form-texts';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import type { ScanState } from '@/lib/kernel/scan-state';
import { AwaitFiles } from './await-files';
import { EnterButton } from './enter-button';
import { FileState, type FileStateTexts } from './file-state';
import { SaveStatus } from './save-status';
import { type Autosave, type SavedFormState, VERSION } from './saved-form';
import { StaleChoice } from './stale-choice';
import { useSavedForm } from './use-saved-form';

/** What the server says about a posted draft. What was sent redirects instead. */
export interface DraftFormState extends SavedFormState {
  /** input's id ('' for none) and a sentence */
  errors: { fieldId: string; message: string }[];
  /** heading of the errors, where there are any */
  errorTitle?: string;
  /** "the files are saved": something went well */
  done?: string;
  /** grows with each posting, so that the same errors again move the focus again */
  attempt: number;
}

export interface DraftFormTexts {
  send: string;
  sending: string;
  save: string;
  stale: Parameters<typeof StaleChoice>[0]['texts'];
  saving: SaveTexts;
}

/** What stands between the form's head and its buttons is the caller's. */
export interface DraftFields<State> {
  state: State;
  /** the sentence about an input, where something is wrong with it */
  errorOf(fieldId: string): string | undefined;
  /** to be told when a text is written in */
  changed(): void;
}

/**
 * Something that she writes, adds files to, saves and sends: an answer, a comment, an appeal, a message. A native form;
 * with JavaScript what is written also saves by itself, and the page isn't loaded anew.
 */
export function DraftForm<State extends DraftFormState>({
  action,
  autosave,
  latestHref,
  version,
  texts,
  children,
}: {
  action: (state: State, data: FormData) => Promise<State>;
  autosave: Autosave;
  /** address of this page, to read it anew */
  latestHref: string;
  /** the draft's, when the page was loaded */
  version: number;
  texts: DraftFormTexts;
  children: (form: DraftFields<State>) => ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const start: DraftFormState = { status: 'idle', version, errors: [], attempt: 0 };
  const { state, dispatch, isPending, saving, post } = useSavedForm<State>({
    form,
    // What a form adds to the state is what was typed, and at first nothing was.
    start: start as State,
    action,
    autosave,
    unreachable: texts.saving['save.unreachable'],
  });
  const errorOf = (id: string) =>
    state.errors
      .filter(({ fieldId }) => fieldId === id)
      .map(({ message }) => message)
      .join(' ') || undefined;
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
      <EnterButton>{texts.send}</EnterButton>
      <input type="hidden" name={VERSION} value={state.version} />
      {children({ state, errorOf, changed: saving.changed })}
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

export interface DraftFile {
  id: string;
  name: string;
  state: ScanState;
  /** "Remove Läkarintyg.pdf" */
  remove: string;
}

export type DraftFilesTexts = Record<
  'files' | 'filesHelp' | 'upload' | 'uploaded' | 'chooseAgain',
  string
> & {
  fileStates: FileStateTexts;
};

/** Where files are chosen, and those that lie in the draft. */
export function DraftFiles({
  name,
  form: { state, errorOf },
  files,
  accept,
  texts,
}: {
  name: string;
  form: DraftFields<DraftFormState>;
  files: readonly DraftFile[];
  accept: string;
  texts: DraftFilesTexts;
}) {
  const error = errorOf(name);
  return (
    <>
      <FileField
        key={`files-${state.attempt}`}
        name={name}
        label={texts.files}
        description={texts.filesHelp}
        error={error && `${error} ${texts.chooseAgain}`}
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
    </>
  );
}
