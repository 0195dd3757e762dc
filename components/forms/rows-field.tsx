import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Fieldset } from '@/components/ui/field';
import { isRows } from '@/lib/catalogue/domain/answers-shape';
import { type Column, cellOf, type RowsField as RowsDefinition } from '@/lib/catalogue/domain/form-shape';
import { fillIn } from '@/lib/catalogue/domain/form-texts';
import { addRow, INTENT, removeRow, rowCount } from '@/lib/catalogue/domain/input-names';
import type { FieldContext } from './form-field';

/** The same questions again and again. Adding and removing a row go by the server, with JavaScript and without. */
export function RowsField({
  field,
  context,
  renderCell,
}: {
  field: RowsDefinition<string>;
  context: FieldContext;
  renderCell: (cell: Column<string>, context: FieldContext) => ReactNode;
}) {
  const { texts, errors, required, value, headingLevel } = context;
  const saved = isRows(value) ? value.rows : [];
  // Somebody who begins finds a row to write in.
  const rows = saved.length > 0 ? saved : [{}];
  const whole = useRef<HTMLDivElement>(null);
  const before = useRef(rows.length);
  useEffect(() => {
    const added = rows.length > before.current;
    if (rows.length === before.current) return;
    before.current = rows.length;
    // A new row is to be written in; after one that is gone, its button can't keep the focus.
    const place = added
      ? whole.current?.querySelector<HTMLElement>('.ms-form-row:last-child :is(input, select)')
      : whole.current;
    place?.focus();
  }, [rows.length]);
  return (
    <div ref={whole} id={field.id} tabIndex={-1}>
      <Fieldset
        id={field.id}
        label={field.label}
        description={field.hint}
        optional={required ? undefined : texts.optional}
        error={errors[field.id]}
        headingLevel={headingLevel}
      >
        <div key={context.savedVersion} className="ms-form-rows-list">
          {rows.map((cells, index) => {
            const number = index + 1;
            const name = { item: field.item, number };
            return (
              <fieldset key={number} className="ds-fieldset ms-form-row">
                <legend className="ds-label" data-weight="semibold">
                  {fillIn(texts['rows.number'], name)}
                </legend>
                {field.columns.map((column) => {
                  const { headingLevel: _, ...rest } = context;
                  return renderCell(cellOf(field, number, column), {
                    ...rest,
                    required: column.required,
                    value: cells[column.id],
                  });
                })}
                {saved.length > 1 && (
                  <Button variant="tertiary" size="sm" name={INTENT} value={removeRow(field, number)}>
                    {fillIn(texts['rows.remove'], name)}
                  </Button>
                )}
              </fieldset>
            );
          })}
        </div>
        {rows.length < field.maxRows && (
          <Button variant="secondary" size="sm" name={INTENT} value={addRow(field)}>
            {field.add}
          </Button>
        )}
        {/* Last: what comes next after the legend keeps it on a line of its own, which what isn't seen can't do. */}
        <input type="hidden" name={rowCount(field)} value={rows.length} />
      </Fieldset>
    </div>
  );
}
