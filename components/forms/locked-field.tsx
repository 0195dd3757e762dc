import { Description } from '@/components/ui/field';
import type { AnswerValue } from '@/lib/catalogue/domain/answers-shape';
import type { AskedField } from '@/lib/catalogue/domain/form-shape';
import { inputValues } from '@/lib/catalogue/domain/input-names';

/** What is said at a question that was filled in beforehand. */
export interface Beforehand {
  /** from where it comes, and what to do if it is wrong */
  note: string;
  /** the answer in words, a line each, where it can't be changed here; else null */
  locked: readonly string[] | null;
}

/**
 * A question that only the register can change the answer of. It is sent with the page as any other; the server puts the
 * register's own words in its place whatever comes.
 */
export function LockedField({
  field,
  value,
  note,
  lines,
  headingLevel,
}: {
  field: AskedField<string>;
  value: AnswerValue | undefined;
  note: string;
  lines: readonly string[];
  headingLevel?: 1;
}) {
  return (
    <div className="ds-field ms-field" id={field.id}>
      {headingLevel ? (
        <h1 className="ds-heading ms-h1">{field.label}</h1>
      ) : (
        <p className="ds-label" data-weight="semibold">
          {field.label}
        </p>
      )}
      <Description id={field.id}>{note}</Description>
      <div>
        {lines.map((line, index) => (
          <p key={index}>
            <bdi>
              <strong>{line}</strong>
            </bdi>
          </p>
        ))}
      </div>
      {Object.entries(inputValues(field, value)).flatMap(([name, values]) =>
        [values].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
      )}
    </div>
  );
}
