import type { ReactNode } from 'react';

/** What all fields share. Every text comes from outside, in the person's language: these also run in the browser. */
export interface FieldProps {
  name: string;
  /** defaults to `name`; the error summary links to it */
  id?: string;
  label: ReactNode;
  /** help that is always seen; an example rather than a rule */
  description?: ReactNode;
  /** "(frivilligt)": what must be answered is not marked, what need not is */
  optional?: string;
  /** what is wrong and what to do, as a sentence */
  error?: string;
  /** 1 when the question is the page's only one: its label is then the page's h1 */
  headingLevel?: 1 | 2;
}

export const descriptionId = (id: string) => `${id}-description`;
export const errorId = (id: string) => `${id}-error`;

/** The aria attributes that tie an input to its help and its error. */
export const described = (id: string, { description, error }: Pick<FieldProps, 'description' | 'error'>) => ({
  'aria-describedby':
    [description && descriptionId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? (true as const) : undefined,
});

export function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <span className="ms-optional"> {optional}</span>}
    </>
  );
}

export function Description({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div data-field="description" id={descriptionId(id)}>
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="ds-validation-message" data-field="validation" id={errorId(id)}>
      {children}
    </div>
  );
}

/** Label, help, error and, between them, one input. */
export function Field({
  id,
  label,
  description,
  optional,
  error,
  headingLevel,
  children,
}: Omit<FieldProps, 'name' | 'id'> & { id: string; children: ReactNode }) {
  const Heading = headingLevel && (`h${headingLevel}` as const);
  const labelElement = (
    <label className={Heading ? undefined : 'ds-label'} data-weight="semibold" htmlFor={id}>
      <LabelText label={label} optional={optional} />
    </label>
  );
  return (
    <div className="ds-field ms-field" data-invalid={error ? true : undefined}>
      {Heading ? <Heading className="ds-heading ms-h1">{labelElement}</Heading> : labelElement}
      {description && <Description id={id}>{description}</Description>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </div>
  );
}

/** A question with several inputs. */
export function Fieldset({
  id,
  label,
  description,
  optional,
  error,
  headingLevel,
  children,
}: Omit<FieldProps, 'name' | 'id'> & { id: string; children: ReactNode }) {
  const Heading = headingLevel && (`h${headingLevel}` as const);
  const text = <LabelText label={label} optional={optional} />;
  return (
    <fieldset
      className="ds-fieldset ms-field"
      data-invalid={error ? true : undefined}
      aria-describedby={described(id, { description, error })['aria-describedby']}
    >
      <legend className={Heading ? undefined : 'ds-label'} data-weight="semibold">
        {Heading ? <Heading className="ds-heading ms-h1">{text}</Heading> : text}
      </legend>
      {description && <Description id={id}>{description}</Description>}
      {error && <FieldError id={id}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}
