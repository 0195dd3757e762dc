import { Alert } from '@/components/ui/alert';
import { Button, ButtonGroup } from '@/components/ui/button';
import { INTENT } from '@/lib/catalogue/domain/input-names';

/** What a stale form says: it was changed elsewhere, and whose words shall count. Stands inside the form. */
export function StaleChoice({
  texts,
  latestHref,
}: {
  texts: { title: string; text: string; keepMine: string; showLatest: string };
  /** address of the page, to read it anew */
  latestHref: string;
}) {
  return (
    <Alert kind="warning" title={texts.title} live="alert">
      <p>{texts.text}</p>
      <ButtonGroup>
        <Button variant="secondary" name={INTENT} value="keep-mine">
          {texts.keepMine}
        </Button>
        {/* A plain link: the page must be read from the server again, not from the browser's memory. */}
        <a className="ds-link" href={latestHref}>
          {texts.showLatest}
        </a>
      </ButtonGroup>
    </Alert>
  );
}
