/** The form's field of one of the things asked for, by its place in the request, from 1. */
export const itemField = (kind: 'text' | 'files', place: number): string => `${kind}-${place}`;

/** As itemField, by the thing's id. What was never asked for has no field of its own, and lands at the first. */
export const fieldOfItem = (
  items: readonly { id: string }[],
  kind: 'text' | 'files',
  itemId: string,
): string => itemField(kind, Math.max(1, items.findIndex(({ id }) => id === itemId) + 1));

/** The box that says "this is all I have". */
export const IS_ALL = 'all';
