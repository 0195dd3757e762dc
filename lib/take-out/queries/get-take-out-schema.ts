import 'server-only';
import { careTakeOut, caseTakeOut, schemaOf } from '../take-out';

const published = new Map([
  [`${caseTakeOut.name} ${caseTakeOut.version}`, () => schemaOf(caseTakeOut)],
  [`${careTakeOut.name} ${careTakeOut.version}`, () => schemaOf(careTakeOut)],
]);
const made = new Map<string, object>();

/** The published schema of what can be taken out, by version; null where there is no such. Nobody's information is in it. */
export function getTakeOutSchema(name: string, version: string): object | null {
  const key = `${name} ${version}`;
  const schema = made.get(key) ?? published.get(key)?.() ?? null;
  if (schema) made.set(key, schema);
  return schema;
}
