import { z } from 'zod';
import { holdsNationalId } from '@/lib/kernel/national-id';
import type { WritingName } from './calls';
import { type Operation, type OperationName, operations } from './operations';

/** Whether there is an operation of that name that tells us one thing. */
export const isWriting = (name: string): name is WritingName =>
  Object.hasOwn(operations, name) &&
  'body' in operations[name as OperationName] &&
  !('hasParts' in operations[name as OperationName]);

export type CheckedParams =
  | { ok: true; params: Record<string, string> }
  | { ok: false; status: 404 }
  | { ok: false; status: 422; code: string; errors: Record<string, string> };

/** What an address names. What can't be an id is nobody's: not found, like what is somebody else's. */
export function checkParams(name: OperationName, raw: Record<string, string>, now: Date): CheckedParams {
  const params = z.object((operations[name] as Operation).params ?? {}).safeParse(raw);
  if (!params.success) return { ok: false, status: 404 };
  // Addresses end up in logs, the system's own too: whoever names its cases by personal numbers is told, not just let be.
  const personal = Object.entries(params.data).find(([, text]) => holdsNationalId(text, now));
  if (!personal) return { ok: true, params: params.data };
  const errors = { [personal[0]]: 'must not hold a personal number' };
  return { ok: false, status: 422, code: 'personal-number-in-id', errors };
}

export type CheckedBody = { ok: true; body: unknown } | { ok: false; errors: Record<string, string> };

/** The body of an operation that has one, as the contract has it. */
export function checkBody(name: OperationName, raw: unknown): CheckedBody {
  const { body = z.never() }: Operation = operations[name];
  const parsed = body.safeParse(raw);
  return parsed.success ? { ok: true, body: parsed.data } : { ok: false, errors: issuesOf(parsed.error) };
}

/** Field (JSON path) → what is wrong with it, without the value that was sent. */
export function issuesOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { code, path, message } of error.issues) {
    // The message names the unknown keys, and they are what was sent.
    errors[path.join('.') || '(body)'] ??= code === 'unrecognized_keys' ? 'Unrecognized keys' : message;
  }
  return errors;
}
