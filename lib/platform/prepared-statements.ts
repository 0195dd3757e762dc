import 'server-only';
import { escapeLiteral, type PoolClient } from 'pg';
import { sha256 } from './crypto';
import type { Prisma } from './generated/client';

/** Has a connection prepare a statement that isn't among those it knows, in a journey of its own. */
export async function prepareOn(connection: PoolClient, known: Set<string>, text: string): Promise<void> {
  const name = nameOf(text);
  if (known.has(name)) return;
  // Before it is: whoever asks for it meanwhile comes after it on the same connection.
  known.add(name);
  try {
    await connection.query(`prepare "${name}" as ${text}`);
  } catch (error) {
    known.delete(name);
    throw error;
  }
}

/** A prepared statement with its values, as SQL that can travel with others. */
export function executed({ text, values }: Prisma.Sql): string {
  const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
  return `execute "${nameOf(text)}" ${given}`;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = Buffer.from(sha256(text)).toString('hex', 0, 16);
    names.set(text, name);
  }
  return name;
}

/** A value as SQL has it. */
export function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return escapeLiteral(whole(value));
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(inList).join(',')}}`);
  throw new Error(`A statement can't be given a ${typeof value}`);
}

function inList(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`A list can't be given a ${typeof value}`);
  return `"${whole(value).replaceAll(/["\\]/g, '\\$&')}"`;
}

/** PostgreSQL has no such character, and would take it for the end of the message. */
function whole(value: string): string {
  if (value.includes('\0')) throw new Error('A statement can’t be given a null character');
  return value;
}
