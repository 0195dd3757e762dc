export interface BenchOptions {
  people: number | undefined;
  seconds: number | undefined;
}

export interface Outcome {
  /** whether the bars hold */
  ok: boolean;
  figures: Record<string, number | string | boolean>;
}

export type Bench = (options: BenchOptions) => Promise<Outcome>;

/** The last line of every measurement, for machines. */
export const summary = (bench: string, { ok, figures }: Outcome): string =>
  JSON.stringify({ bench, ok, figures });

/** Rows as a table with its columns aligned; the first column is text. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('   '),
    )
    .join('\n');
}

/** The value below which `share` of them lie; `values` need not be sorted. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
