import { isAppError } from '@/lib/platform/errors';

/** Why something was refused: the reason, what is wrong with which field, or the code; null where it was not. */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (isAppError(error) ? (error.reason ?? error.fields ?? error.code) : error),
  );
