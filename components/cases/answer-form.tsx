'use client';

import type { ReactNode } from 'react';
import {
  type DraftFile,
  DraftFiles,
  type DraftFilesTexts,
  DraftForm,
  type DraftFormTexts,
} from '@/components/forms/draft-form';
import type { Autosave } from '@/components/forms/saved-form';
import { Checkbox } from '@/components/ui/checkbox-group';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { IS_ALL, itemField } from '@/lib/cases/domain/answer-fields';
import type { AnswerFormState } from './answer-form-state';

type Texts = Record<'heading' | 'text' | 'textHelp' | 'whatHappens', string> &
  DraftFormTexts &
  DraftFilesTexts;

/** One of the things she writes about. */
export interface FormItem {
  id: string;
  /** what is asked for, where more than one thing is */
  asked?: { text: string; lang: string; state: string; isDone: boolean; more: string };
  draft: string;
  files: readonly DraftFile[];
}

/** An answer to what was asked, or a comment: text, files, or both, about each thing. */
export function AnswerForm({
  items,
  all,
  accept,
  texts,
  ...form
}: {
  action: (state: AnswerFormState, data: FormData) => Promise<AnswerFormState>;
  autosave: Autosave;
  latestHref: string;
  version: number;
  items: readonly FormItem[];
  /** "this is all I have", where it can be said */
  all?: { label: string; help: string } | undefined;
  accept: string;
  texts: Texts;
}) {
  return (
    <DraftForm {...form} texts={texts}>
      {(fields) => (
        <>
          <Heading level={2}>{texts.heading}</Heading>
          {items.map((item, index) => {
            const [textName, filesName] = [itemField('text', index + 1), itemField('files', index + 1)];
            const textError = fields.errorOf(textName);
            const draft = fields.state.texts?.[index] ?? item.draft;
            return (
              <ItemFrame
                key={item.id}
                asked={item.asked}
                isOpen={Boolean(fields.errorOf(filesName) || textError || draft || item.files.length > 0)}
              >
                <TextArea
                  name={textName}
                  label={texts.text}
                  description={texts.textHelp}
                  error={textError}
                  defaultValue={draft}
                  rows={item.asked ? 4 : 8}
                  dir="auto"
                  onChange={fields.changed}
                />
                <DraftFiles name={filesName} form={fields} files={item.files} accept={accept} texts={texts} />
              </ItemFrame>
            );
          })}
          {all && (
            <Checkbox
              name={IS_ALL}
              label={all.label}
              description={all.help}
              defaultChecked={fields.state.isAll ?? false}
            />
          )}
          <p>{texts.whatHappens}</p>
        </>
      )}
    </DraftForm>
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
