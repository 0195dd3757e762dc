'use client';

import {
  type DraftFile,
  DraftFiles,
  type DraftFilesTexts,
  DraftForm,
  type DraftFormTexts,
} from '@/components/forms/draft-form';
import type { Autosave } from '@/components/forms/saved-form';
import { Heading } from '@/components/ui/heading';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { AppealDraft, AppealField } from '@/lib/cases/domain/appeal-content';
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
}

/** What she writes of an appeal. Nothing is sent from here: it is read through first. */
export function AppealForm({
  fields,
  draft,
  files,
  accept,
  texts,
  ...form
}: {
  action: (state: AppealFormState, data: FormData) => Promise<AppealFormState>;
  autosave: Autosave;
  latestHref: string;
  fields: readonly AppealFieldView[];
  draft: AppealDraft;
  version: number;
  files: readonly DraftFile[];
  accept: string;
  texts: { heading: string } & DraftFormTexts & DraftFilesTexts;
}) {
  return (
    <DraftForm {...form} texts={texts}>
      {(posted) => {
        const value = posted.state.typed ?? draft;
        return (
          <>
            <Heading level={2}>{texts.heading}</Heading>
            {fields.map(({ name, rows, type, ...field }) => {
              const common = {
                name,
                ...field,
                error: posted.errorOf(name),
                defaultValue: value[name],
                onChange: posted.changed,
              };
              return rows ? (
                <TextArea key={name} {...common} rows={rows} dir="auto" />
              ) : (
                <TextField key={name} {...common} {...(type && { type })} dir="ltr" />
              );
            })}
            <DraftFiles name="files" form={posted} files={files} accept={accept} texts={texts} />
          </>
        );
      }}
    </DraftForm>
  );
}
