/**
 * How it stands with a stored file. `waiting` and `infected` files are opened by nobody. `not-scanned`: it came while
 * no scanner was connected. `made-here`: our own making, such as a receipt.
 */
export const scanStates = ['waiting', 'clean', 'infected', 'not-scanned', 'made-here'] as const;
export type ScanState = (typeof scanStates)[number];

/** For rows from the database, which checks the words itself. */
export const readScanState = (value: string): ScanState => {
  const known = scanStates.find((state) => state === value);
  // Never taken for something that may be opened.
  return known ?? 'waiting';
};
