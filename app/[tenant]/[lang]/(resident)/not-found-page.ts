import 'server-only';
import { forbidden, notFound } from 'next/navigation';
import { isAppError } from '@/lib/platform/errors';

/** A page's query; what is missing, or somebody else's, is the not-found page. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (isAppError(error, 'NotFound')) notFound();
    if (isAppError(error, 'Forbidden')) forbidden();
    throw error;
  }
}
