'use client';

import {
  type DraftFile,
  DraftFiles,
  type DraftFilesTexts,
  DraftForm,
  type DraftFormTexts,
} from '@/components/forms/draft-form';
import type { Autosave } from '@/components/forms/saved-form';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { MessageFormState } from './message-form-state';

export type MessageFormTexts = Record<'text' | 'textHelp', string> & {
  /** only where a new thread is begun about a case */
  subject?: { label: string; help: string; optional: string };
} & DraftFormTexts &
  DraftFilesTexts;

/** A message: text, files, or both. */
export function MessageForm({
  messageId,
  draft,
  files,
  accept,
  texts,
  ...form
}: {
  action: (state: MessageFormState, data: FormData) => Promise<MessageFormState>;
  autosave: Autosave;
  latestHref: string;
  /** the draft's, or a new one: a form posted twice is one message */
  messageId: string;
  draft: { subject: string; text: string };
  version: number;
  files: readonly DraftFile[];
  accept: string;
  texts: MessageFormTexts;
}) {
  return (
    <DraftForm {...form} texts={texts}>
      {(fields) => (
        <>
          <input type="hidden" name="message" value={messageId} />
          {texts.subject && (
            <TextField
              name="subject"
              label={texts.subject.label}
              description={texts.subject.help}
              optional={texts.subject.optional}
              error={fields.errorOf('subject')}
              defaultValue={fields.state.subject ?? draft.subject}
              dir="auto"
              onChange={fields.changed}
            />
          )}
          <TextArea
            name="text"
            label={texts.text}
            description={texts.textHelp}
            error={fields.errorOf('text')}
            defaultValue={fields.state.text ?? draft.text}
            rows={6}
            dir="auto"
            onChange={fields.changed}
          />
          <DraftFiles name="files" form={fields} files={files} accept={accept} texts={texts} />
        </>
      )}
    </DraftForm>
  );
}
