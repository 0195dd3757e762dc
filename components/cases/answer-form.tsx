'use client';

import { type ReactNode, useRef } from 'react';
import { AwaitFiles } from '@/components/forms/await-files';
import { FileState, type FileStateTexts } from '@/components/forms/file-state';
import { SaveStatus } from '@/components/forms/save-status';
import { type Autosave, VERSION } from '@/components/forms/saved-form';
import { StaleChoice } from '@/components/forms/stale-choice';
import { useSavedForm } from '@/components/forms/use-saved-form';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox-group';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FileField } from '@/components/ui/file-field';
import { Heading } from '@/components/ui/heading';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { IS_ALL, itemField } from '@/lib/cases/domain/answer-fields';
import type { SaveTexts } from '@/lib/catalogue/domain/form-texts';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import type { ScanState } from '@/lib/kernel/scan-state';
import type { AnswerFormState } from './answer-form-state';

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
> & {
  stale: Parameters<typeof StaleChoice>[0]['texts'];
  saving: SaveTexts;
  fileStates: FileStateTexts;
};

/** One of the things she writes about. */
export interface FormItem {
  id: string;
  /** what is asked for, where more than one thing is */
  asked?: { text: string; lang: string; state: string; isDone: boolean; more: string };
  draft: string;
  files: readonly { id: string; name: string; state: ScanState; remove: string }[];
}

/**
 * An answer to what was asked, or a comment: text, files, or both, about each thing. A native form; with JavaScript what
 * is written also saves by itself, and the page isn't loaded anew.
 */
export function AnswerForm({
  action,
  autosave,
  latestHref,
  version,
  items,
  all,
  accept,
  maxText,
  texts,
}: {
  action: (state: AnswerFormState, data: FormData) => Promise<AnswerFormState>;
  autosave: Autosave;
  /** address of this page, to read it anew */
  latestHref: string;
  /** the draft's, when the page was loaded */
  version: number;
  items: readonly FormItem[];
  /** "this is all I have", where it can be said */
  all?: { label: string; help: string } | undefined;
  accept: string;
  maxText: number;
  texts: Texts;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { state, dispatch, isPending, saving, post } = useSavedForm<AnswerFormState>({
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
      {items.map((item, index) => {
        const place = index + 1;
        const fileError = errorOf(itemField('files', place));
        const textError = errorOf(itemField('text', place));
        const draft = state.texts?.[index] ?? item.draft;
        return (
          <ItemFrame
            key={item.id}
            asked={item.asked}
            isOpen={Boolean(fileError || textError || draft || item.files.length > 0)}
          >
            <TextArea
              name={itemField('text', place)}
              label={texts.text}
              description={texts.textHelp}
              error={textError}
              defaultValue={draft}
              rows={item.asked ? 4 : 8}
              maxLength={maxText}
              dir="auto"
              onChange={saving.changed}
            />
            <FileField
              key={`files-${state.attempt}`}
              name={itemField('files', place)}
              label={texts.files}
              description={texts.filesHelp}
              error={fileError && `${fileError} ${texts.chooseAgain}`}
              accept={accept}
              multiple
            />
            <Button variant="secondary" size="sm" name={INTENT} value="upload">
              {texts.upload}
            </Button>
            <Files files={item.files} texts={texts} />
          </ItemFrame>
        );
      })}
      {all && (
        <Checkbox
          name={IS_ALL}
          label={all.label}
          description={all.help}
          defaultChecked={state.isAll ?? false}
        />
      )}
      <p>{texts.whatHappens}</p>
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

/** What is asked for, around its fields, where more than one thing is; what something is sent about is folded. */
function ItemFrame({
  asked,
  isOpen,
  children,
}: {
  asked: FormItem['asked'];
  isOpen: boolean;
  children: ReactNode;
}) {
  if (!asked) return children;
  return (
    <fieldset className="ds-fieldset ms-answer-item">
      <legend className="ds-label">
        <span lang={asked.lang} dir="auto" className="ms-as-written">
          {asked.text}
        </span>{' '}
        <Tag color={asked.isDone ? 'success' : 'warning'}>{asked.state}</Tag>
      </legend>
      {asked.isDone ? (
        <Details summary={asked.more} open={isOpen}>
          {children}
        </Details>
      ) : (
        children
      )}
    </fieldset>
  );
}

function Files({ files, texts }: { files: FormItem['files']; texts: Texts }) {
  if (files.length === 0) return null;
  return (
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
  );
}
