/**
 * Whether a form field's value is a file that somebody chose. A file field that was left alone posts an empty file
 * without a name; on its way through a server action the missing name becomes the text "undefined".
 */
export const isChosenFile = (value: unknown): value is File =>
  value instanceof File && !(value.size === 0 && (value.name === '' || value.name === 'undefined'));
