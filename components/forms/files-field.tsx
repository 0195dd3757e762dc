import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox-group';
import { FileField as FileInput } from '@/components/ui/file-field';
import { isFiles } from '@/lib/catalogue/domain/answers-shape';
import { type FileField, fileKinds } from '@/lib/catalogue/domain/form-shape';
import { fillIn } from '@/lib/catalogue/domain/form-texts';
import { INTENT } from '@/lib/catalogue/domain/input-names';
import { AwaitFiles } from './await-files';
import { FileState } from './file-state';
import type { FieldContext } from './form-field';
import { UploadsList } from './uploads-list';
import { useUploads } from './use-uploads';

/** Files: those we have, the browser's own control for more, and "later" where that is allowed. */
export function FilesField({
  field,
  context: { texts, errors, required, value, register, headingLevel, files, applicationId, savedVersion },
}: {
  field: FileField<string>;
  context: FieldContext;
}) {
  const { uploads, refused, isHeld, onChosen, retry, cancel } = useUploads(field, {
    applicationId,
    savedVersion,
  });
  const input = register(field.id);
  const said = refused.map(({ key, params }) => fillIn(texts[`problems.${key}`], params)).join(' ');
  const notes = files.filter((note) => note.field === field.id);
  const infected = notes.filter((note) => note.state === 'infected');
  const isInfected = ({ id }: { id: string }) => infected.some((note) => note.id === id);
  const received = isFiles(value) ? value.files.filter((file) => file.id !== '' && !isInfected(file)) : [];
  const extensions = field.accept.flatMap((kind) => fileKinds[kind].extensions);
  const limits = fillIn(texts['file.limits'], {
    kinds: extensions.join(', '),
    count: field.maxFiles,
    max: field.maxMegabytes,
  });
  return (
    <div className="ms-form-files">
      <FileInput
        // A new input when files have been received: the browser would send those already chosen again.
        key={received.map((file) => file.id).join()}
        {...input}
        onChange={(event) => {
          void input.onChange(event);
          void onChosen(event);
        }}
        label={field.label}
        description={field.hint ? `${field.hint} ${limits}` : limits}
        optional={required ? undefined : texts.optional}
        error={errors[field.id] ?? (said || undefined)}
        headingLevel={headingLevel}
        accept={extensions.map((extension) => `.${extension}`).join()}
        multiple={field.maxFiles > 1}
      />
      <Button variant="secondary" size="sm" name={INTENT} value="upload">
        {texts['file.upload']}
      </Button>
      {/* The error at the input is not heard when it comes by itself. */}
      <p role="status" className="ds-sr-only">
        {said}
      </p>
      <UploadsList uploads={uploads} isHeld={isHeld} texts={texts} onRetry={retry} onCancel={cancel} />
      {received.length + infected.length > 0 && (
        <>
          <p className="ds-label">{texts['file.received']}</p>
          <ul className="ds-list">
            {[...received, ...infected].map((file) => (
              <li key={file.id}>
                <bdi>{file.name}</bdi>{' '}
                <FileState state={notes.find((note) => note.id === file.id)?.state} texts={texts} />{' '}
                <Button variant="tertiary" size="sm" name={INTENT} value={`remove:${file.id}`}>
                  {fillIn(texts[isInfected(file) ? 'file.forget' : 'file.remove'], { name: file.name })}
                </Button>
              </li>
            ))}
          </ul>
          {notes.some((note) => note.state === 'waiting') && <AwaitFiles />}
        </>
      )}
      {field.bringLater && (
        <Checkbox
          {...register(`${field.id}-later`)}
          label={texts['file.later']}
          defaultChecked={isFiles(value) && value.later}
        />
      )}
    </div>
  );
}
