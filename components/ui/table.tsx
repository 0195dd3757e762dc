// biome-ignore-all lint/a11y/noRedundantRoles: the phone's layout takes a table's own meaning away in some browsers
import type { ReactNode } from 'react';

export interface Column {
  key: string;
  title: string;
  /** numbers, which are compared down the column; on a phone they stand beside their names */
  isNumber?: boolean;
}

/** Rows that are compared across. On a phone each row stands as a small card, with the column's name before each value. */
export function Table({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly Column[];
  /** `key` and one value per column */
  rows: readonly { key: string; cells: Record<string, ReactNode> }[];
}) {
  return (
    <table className="ms-table" role="table">
      <caption className="ds-sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title, isNumber }) => (
            <th key={key} scope="col" role="columnheader" data-number={isNumber || undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key: rowKey, cells }) => (
          <tr key={rowKey} role="row">
            {columns.map(({ key, title, isNumber }) => (
              <td key={key} role="cell" data-title={title} data-number={isNumber || undefined}>
                {cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
