import { FileState } from '@/components/forms/file-state';
import type { FileView } from '@/lib/cases/domain/supplement';
import { fileStateTexts } from '@/lib/catalogue/domain/form-texts';
import type { Translate } from '@/lib/platform/i18n';

/** Files of a case to open; those that can't be yet, or no more, are named. */
export function SentFiles({
  files,
  t,
}: {
  files: readonly Pick<FileView, 'id' | 'name' | 'state'>[];
  t: Translate;
}) {
  return (
    <ul>
      {files.map(({ id, name, state }) => (
        <li key={id}>
          {state === 'waiting' || state === 'infected' ? (
            <bdi>{name}</bdi>
          ) : (
            <a href={`/api/files/${id}`}>
              <bdi>{name}</bdi>
            </a>
          )}{' '}
          <FileState state={state} texts={fileStateTexts(t)} />
        </li>
      ))}
    </ul>
  );
}
