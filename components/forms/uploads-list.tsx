import { Button } from '@/components/ui/button';
import { fillIn, type PageTexts } from '@/lib/catalogue/domain/form-texts';
import type { UnderWay } from './use-uploads';

/** Files on their way: how far each has come, that the line was cut, and what she can do. */
export function UploadsList({
  uploads,
  isHeld,
  texts,
  onRetry,
  onCancel,
}: {
  uploads: readonly UnderWay[];
  isHeld: boolean;
  texts: PageTexts;
  onRetry: (id: number) => void;
  onCancel: (id: number) => void;
}) {
  if (uploads.length === 0) return null;
  return (
    <>
      <ul className="ms-uploads">
        {uploads.map(({ id, name, percent, state }) => {
          const words = fillIn(texts['file.uploading'], { name, percent });
          return (
            <li key={id}>
              <span aria-hidden="true">{words}</span>
              <progress max={100} value={percent} aria-label={words} />
              {/* Told when it changes; the percentages are not, or nothing else could be heard. */}
              <span role="status">
                {state === 'cut' && texts['file.cut']}
                {state === 'failed' && fillIn(texts['file.failed'], { name })}
              </span>
              {state === 'failed' && (
                <Button type="button" variant="secondary" size="sm" onClick={() => onRetry(id)}>
                  {texts['file.retry']}
                </Button>
              )}
              <Button type="button" variant="tertiary" size="sm" onClick={() => onCancel(id)}>
                {fillIn(texts['file.cancel'], { name })}
              </Button>
            </li>
          );
        })}
      </ul>
      <p role="status">{isHeld && texts['file.hold']}</p>
    </>
  );
}
