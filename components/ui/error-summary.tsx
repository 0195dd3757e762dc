import { ErrorSummaryFocus } from './error-summary-focus';

export interface FormError {
  /** id of the input to go to; leave out for an error that belongs to no field */
  fieldId?: string;
  message: string;
}

/**
 * What stops a form, first in it. Renders nothing without errors. With JavaScript it takes the focus, also when the form
 * it stands in comes back with the same errors; without, the browser does (autofocus), since the page was loaded anew. A
 * form that sends itself (components/forms/use-saved-form.ts) gives it a new key at each try instead. The action that found the errors notes them
 * (lib/platform/form-errors.ts), so that the page's title begins with "Fel: " then too.
 */
export function ErrorSummary({
  title,
  errors,
  level = 2,
}: {
  title: string;
  errors: readonly FormError[];
  level?: 1 | 2;
}) {
  if (errors.length === 0) return null;
  const Tag = `h${level}` as const;
  return (
    // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what brings the person to what went wrong
    <div className="ds-error-summary" id="error-summary" role="alert" tabIndex={-1} autoFocus>
      <Tag className="ds-heading" data-size="2xs">
        {title}
      </Tag>
      <ul className="ds-list">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''}${message}`}>
            {fieldId ? (
              <a className="ds-link" data-color="neutral" href={`#${fieldId}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
      <ErrorSummaryFocus signature={errors.map(({ message }) => message).join('\n')} />
    </div>
  );
}
