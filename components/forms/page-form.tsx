'use client';

import { useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Heading } from '@/components/ui/heading';
import { PageHeading } from '@/components/ui/page-heading';
import { type FileNote, laterNotes } from '@/lib/applications/domain/received-files';
import type { FormPage } from '@/lib/catalogue/domain/form-page';
import { type Field, isAsked } from '@/lib/catalogue/domain/form-shape';
import type { PageTexts } from '@/lib/catalogue/domain/form-texts';
import { INTENT, problemNames, SHOWN } from '@/lib/catalogue/domain/input-names';
import { EnterButton } from './enter-button';
import { FormField } from './form-field';
import { type Beforehand, LockedField } from './locked-field';
import type { PageAction } from './page-form-state';
import { RichText } from './rich-text';
import { SaveStatus } from './save-status';
import { type Autosave, VERSION } from './saved-form';
import { StaleChoice } from './stale-choice';
import { usePageForm } from './use-page-form';

export interface PageFormProps {
  page: FormPage;
  texts: PageTexts;
  /** the application's version when the page was loaded */
  version: number;
  /** over the heading: the service's name and how far one has come */
  caption?: string;
  /** receives the whole form; redirects when all is right */
  action: PageAction;
  /** receives the form's texts a moment after each change */
  autosave: Autosave;
  /** address of this page, to read it anew */
  latestHref: string;
  /** how it stands with the files, where a scanner is connected */
  files?: readonly FileNote[];
  /** by question: what is said where it was filled in beforehand */
  beforehand?: Readonly<Record<string, Beforehand>>;
  /** with it, chosen files are sent at once, in pieces */
  applicationId?: string;
}

/** A question with what is said of its answer to begin with, under its own help. */
const withNote = (field: Field<string>, known: Beforehand | undefined): Field<string> =>
  known ? { ...field, hint: [field.hint, known.note].filter(Boolean).join('\n') } : field;

/**
 * One page of a form. Without JavaScript it is a native form that posts to the action and is shown again; with it the
 * same markup also opens follow-up questions at once, is checked before it is sent and saves by itself.
 */
export function PageForm({
  page,
  texts,
  version,
  caption,
  action,
  autosave,
  latestHref,
  files = [],
  beforehand = {},
  applicationId,
}: PageFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, dispatch, isPending, current, attempt, messages, register, saving, ...on } = usePageForm({
    form,
    page,
    texts,
    version,
    action,
    autosave,
  });
  const isStale = state.status === 'stale' || saving.state.kind === 'stale';
  const notes = laterNotes(state.files ?? [], files);
  const tried = attempt > 0 || state.status === 'problems';
  const groups = page.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => current.shown.includes(field.id)) }))
    .filter((group) => group.fields.length > 0);
  // In the order of the page, whatever order they were found in.
  const summary = groups
    .flatMap((group) => group.fields)
    .flatMap((field) => problemNames(field))
    .flatMap((name) => (messages[name] ? [{ fieldId: name, message: messages[name] }] : []));
  // A page with one question has that question as its heading.
  const headingField = page.groups[0]?.fields[0]?.label === page.title ? page.groups[0].fields[0].id : null;

  return (
    <form
      ref={form}
      action={dispatch}
      className="ms-form"
      noValidate
      onChange={on.onChange}
      onBlur={on.onBlur}
      onSubmit={on.onSubmit}
    >
      {tried && <ErrorSummary key={attempt} title={texts['summary.title']} errors={summary} />}
      {state.status === 'more-questions' && (
        <Alert kind="info" title={texts['more.title']} live="status">
          {texts['more.text']}
        </Alert>
      )}
      <EnterButton>{texts.next}</EnterButton>
      <input type="hidden" name={VERSION} value={state.version} />
      <input type="hidden" name={SHOWN} value={current.shown.join(' ')} />

      {headingField === null ? (
        <PageHeading caption={caption} lead={page.lead}>
          {page.title}
        </PageHeading>
      ) : (
        caption && <p className="ms-page-caption">{caption}</p>
      )}
      {groups.map((group) => (
        <div key={group.id} className="ms-form-group">
          {group.title && <Heading level={2}>{group.title}</Heading>}
          {group.text && <RichText text={group.text} />}
          {group.fields.map((field) => (
            <div key={field.id} data-form-field={field.id}>
              {isAsked(field) && beforehand[field.id]?.locked ? (
                <LockedField
                  field={field}
                  value={current.answers[field.id]}
                  note={beforehand[field.id]?.note ?? ''}
                  lines={beforehand[field.id]?.locked ?? []}
                  {...(field.id === headingField && { headingLevel: 1 as const })}
                />
              ) : (
                <FormField
                  field={withNote(field, beforehand[field.id])}
                  context={{
                    texts,
                    register,
                    homes: page.homes,
                    children: page.children,
                    sums: current.sums,
                    savedVersion: state.version,
                    errors: messages,
                    required: current.required.includes(field.id),
                    value: current.answers[field.id],
                    files: notes,
                    applicationId,
                    informationLevel: group.title ? 3 : 2,
                    ...(field.id === headingField && { headingLevel: 1 as const }),
                  }}
                />
              )}
            </div>
          ))}
        </div>
      ))}

      {isStale && (
        <StaleChoice
          texts={{
            title: texts['stale.title'],
            text: (state.status === 'stale' && state.message) || texts['stale.text'],
            keepMine: texts['stale.keepMine'],
            showLatest: texts['stale.showLatest'],
          }}
          latestHref={latestHref}
        />
      )}
      {/* At the buttons, where she is who has just pressed one. */}
      {state.status === 'error' && (
        <Alert kind="danger" live="alert">
          {state.message}
        </Alert>
      )}
      <ButtonGroup>
        <Button name={INTENT} value="next" iconAfter="arrow" aria-busy={isPending || undefined}>
          {isPending ? texts.saving : texts.next}
        </Button>
        <Button variant="secondary" name={INTENT} value="later">
          {texts.later}
        </Button>
      </ButtonGroup>
      <SaveStatus state={saving.state} texts={texts} onRetry={() => void saving.flush()} />
    </form>
  );
}
