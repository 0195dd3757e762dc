import { failureTexts } from './failure-texts';

/** What an error page says. Runs in the browser. */
export function Failure({ lang, reference, retry }: { lang: string; reference?: string; retry: () => void }) {
  const known = lang === 'en' || lang === 'ar' ? lang : 'sv';
  const words = failureTexts[known];
  return (
    <>
      <header className="ms-page-heading">
        <h1 className="ds-heading ms-h1">{words.title}</h1>
        <p className="ms-lead">{words.text}</p>
        {reference && (
          <p>
            {words.reference} <strong dir="ltr">{reference}</strong>
          </p>
        )}
      </header>
      <div className="ms-button-group">
        <button className="ds-button" data-variant="primary" type="button" onClick={retry}>
          {words.retry}
        </button>
        <a className="ds-button" data-variant="secondary" href={known === 'sv' ? '/' : `/${known}`}>
          {words.home}
        </a>
      </div>
    </>
  );
}
