import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Details } from '@/components/ui/details';
import { Heading } from '@/components/ui/heading';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select, type SelectOption } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { SpokenIn } from '@/lib/kernel/said';

interface FieldWords {
  name: string;
  label: string;
  description?: string;
  optional?: string;
}

/** A field of a form of staff's, with what stands in it to begin with; or several under a heading, or folded. */
export type StaffField =
  | { kind: 'hidden'; name: string; value: string }
  | { kind: 'section'; name: string; label: string; lead?: string; fields: readonly StaffField[] }
  /** `note`: what is written in it, seen while it is closed */
  | { kind: 'fold'; name: string; label: string; note: string; fields: readonly StaffField[] }
  | (FieldWords & { kind: 'text'; value: string; width?: 4 | 5 | 12 | 20; unit?: string; spoken?: SpokenIn })
  | (FieldWords & { kind: 'area'; value: string; rows: number; spoken?: SpokenIn })
  | (FieldWords & {
      kind: 'select';
      value: string;
      options: readonly SelectOption[];
      placeholder?: string;
    })
  | (FieldWords & {
      kind: 'radio';
      value: string;
      options: readonly { value: string; label: string; description?: string }[];
      /** only there once the server has asked: its error is the question */
      onlyWhenAsked?: boolean;
    })
  | (FieldWords & {
      kind: 'checks';
      value: readonly string[];
      options: readonly { value: string; label: string; description?: string }[];
      onlyWhenAsked?: boolean;
    });

/** What came back of a form that was posted. */
export interface Returned {
  fields?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** Those that post something, in the order that they stand in. */
export const flatFields = (fields: readonly StaffField[]): StaffField[] =>
  fields.flatMap((field) =>
    field.kind === 'section' || field.kind === 'fold' ? flatFields(field.fields) : [field],
  );

/** What came back with an error, or with other words than it had, is not hidden. */
const isTouched = (fields: readonly StaffField[], { fields: wrong = {}, values }: Returned): boolean =>
  flatFields(fields).some(
    (field) =>
      field.name in wrong ||
      (values !== undefined &&
        'value' in field &&
        // What she can't see she hasn't touched: the id of what isn't written yet is another at each showing.
        field.kind !== 'hidden' &&
        plain(values[field.name] ?? '') !== plain(field.value)),
  );

/** Browsers post a line's end as two characters. */
const plain = (value: string | readonly string[]) => String(value).replaceAll('\r\n', '\n');

export const StaffFields = ({ fields, state }: { fields: readonly StaffField[]; state: Returned }) =>
  fields.map((field) => {
    if (field.kind === 'section')
      return (
        <section key={field.name} className="ms-staff-section" aria-labelledby={field.name}>
          <div className="ms-stack" data-gap="sm">
            <Heading level={2} size="sm" id={field.name}>
              {field.label}
            </Heading>
            {field.lead && <p>{field.lead}</p>}
          </div>
          <StaffFields fields={field.fields} state={state} />
        </section>
      );
    if (field.kind === 'fold')
      return (
        <Details
          key={field.name}
          open={isTouched(field.fields, state)}
          summary={
            <span>
              {field.label} <span className="ms-quiet">{field.note}</span>
            </span>
          }
        >
          <div className="ms-stack">
            <StaffFields fields={field.fields} state={state} />
          </div>
        </Details>
      );
    return (
      <OneField
        key={field.name}
        field={field}
        typed={state.values && (state.values[field.name] ?? '')}
        error={state.fields?.[field.name]}
      />
    );
  });

type SingleField = Exclude<StaffField, { kind: 'section' | 'fold' }>;

/** Many short ones stand side by side where there is room: a list of twenty is not a page long. */
const columnsFor = (options: readonly { label: string }[]) =>
  options.length < 6 ? undefined : options.every(({ label }) => label.length <= 12) ? 3 : 2;

/** `typed`: what was posted, where something was; a key that changes with it puts it back in its place. */
function OneField({
  field,
  typed,
  error,
}: {
  field: SingleField;
  typed: string | string[] | undefined;
  error: string | undefined;
}) {
  // What was posted stands: also the version that it was made from, when the page round it is a newer one.
  if (field.kind === 'hidden')
    return (
      <input type="hidden" name={field.name} value={typed === undefined ? field.value : String(typed)} />
    );
  if ('onlyWhenAsked' in field && field.onlyWhenAsked && !error && !typed?.length) return null;
  if (field.kind === 'checks') {
    const { kind: _, value, onlyWhenAsked: __, ...words } = field;
    const chosen = typed === undefined ? [...value] : [typed].flat();
    return (
      <CheckboxGroup
        key={chosen.join()}
        {...words}
        columns={columnsFor(words.options)}
        defaultValue={chosen}
        error={error}
      />
    );
  }
  const chosen = typed === undefined ? field.value : String(typed);
  if (field.kind === 'select') {
    const { kind: _, value: __, ...words } = field;
    return <Select key={chosen} {...words} defaultValue={chosen} error={error} />;
  }
  if (field.kind === 'radio') {
    const { kind: _, value: __, onlyWhenAsked: ___, ...words } = field;
    return <RadioGroup key={chosen} {...words} defaultValue={chosen} error={error} />;
  }
  if (field.kind === 'area') {
    const { kind: _, value: __, spoken, ...words } = field;
    return <TextArea key={chosen} {...words} {...spoken} defaultValue={chosen} error={error} />;
  }
  const { kind: _, value: __, spoken, ...words } = field;
  return (
    <TextField key={chosen} {...words} {...spoken} defaultValue={chosen} error={error} autoComplete="off" />
  );
}
