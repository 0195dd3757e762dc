/**
 * JSON with one form only (RFC 8785, JCS): members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them, and a moment as the text that JSON has for it. The same document always has the same hash, whoever writes it down.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    // Half a surrogate pair has no UTF-8 form, so no agreed hash.
    if (!value.isWellFormed()) throw new Error('Text with half a character has no canonical form');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('Only finite numbers have a canonical form');
    return JSON.stringify(value);
  }
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`A ${typeof value} has no canonical form`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
