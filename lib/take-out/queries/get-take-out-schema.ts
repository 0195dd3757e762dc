import 'server-only';
import { TAKE_OUT_VERSION, takeOutSchema } from '../take-out';

let schema: object | undefined;

/** The published schema of a version; null where there is no such. Nobody's information is in it. */
export function getTakeOutSchema(version: string): object | null {
  if (version !== String(TAKE_OUT_VERSION)) return null;
  schema ??= takeOutSchema();
  return schema;
}
