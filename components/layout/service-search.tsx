import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { href, type Language } from '@/lib/platform/i18n';

/** Search as an ordinary form with GET: it can be bookmarked, sent to somebody, and works without JavaScript. */
export function ServiceSearch({
  lang,
  label,
  button,
  query,
}: {
  lang: Language;
  label: string;
  button: string;
  query?: string;
}) {
  return (
    <search>
      <form className="ms-search" action={href(lang, '/services')}>
        <TextField
          name="q"
          label={label}
          type="search"
          defaultValue={query}
          maxLength={100}
          autoComplete="off"
        />
        <Button icon="search">{button}</Button>
      </form>
    </search>
  );
}
