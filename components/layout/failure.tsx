import { failureTexts, isFailureLanguage } from './failure-texts';

/** What an error page says: made by the server when a page failed, and in the browser when a step within one did. */
export function Failure({
  lang,
  reference,
  retry,
  typed,
}: {
  lang: string;
  /** stands in the log too */
  reference?: string | undefined;
  /** the address to ask for again, or what does it */
  retry: string | (() => void);
  /** where the page that was posted from is gone too: what to do about what was typed in it */
  typed?: string;
}) {
  const known = isFailureLanguage(lang) ? lang : 'sv';
  const words = failureTexts[known];
  return (
    <>
      <header className="ms-page-heading">
        <h1 className="ds-heading ms-h1">{words.title}</h1>
        <p className="ms-lead">{words.text}</p>
        {typed && <p>{typed}</p>}
        {reference && (
          <p>
            {words.reference} <strong dir="ltr">{reference}</strong>
          </p>
        )}
      </header>
      <div className="ms-button-group">
        {typeof retry === 'string' ? (
          <a className="ds-button" data-variant="primary" href={retry}>
            {words.retry}
          </a>
        ) : (
          <button className="ds-button" data-variant="primary" type="button" onClick={retry}>
            {words.retry}
          </button>
        )}
        <a className="ds-button" data-variant="secondary" href={known === 'sv' ? '/' : `/${known}`}>
          {words.home}
        </a>
      </div>
    </>
  );
}
