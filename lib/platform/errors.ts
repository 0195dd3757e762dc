/** What a command may refuse with. Closed: the two adapters (action.ts, route.ts) translate each. */
export type ErrorCode =
  | 'NotFound' // missing, or not yours to see: the two look alike from outside
  | 'Forbidden' // yours to see, not to do
  | 'Invalid' // the input; `fields` says where
  | 'Conflict' // somebody was first, or the page is stale
  | 'AlreadyDone' // a repeat of what has been done
  | 'NotNow' // right thing, wrong time
  | 'Gone' // it was here, and is kept no longer
  | 'UpstreamDown'; // a system we depend on doesn't answer

/**
 * `reason` is a text key for people, `fields` maps a field to a text key, `detail` says to whoever runs the machine that
 * asked what to do. None holds personal data.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason?: string,
    readonly fields?: Readonly<Record<string, string>>,
    readonly detail?: string,
  ) {
    super(reason ? `${code}: ${reason}` : code);
    this.name = 'AppError';
  }
}

export const notFound = () => new AppError('NotFound');
export const forbidden = (reason?: string) => new AppError('Forbidden', reason);
export const invalid = (fields: Record<string, string>, reason?: string) =>
  new AppError('Invalid', reason, fields);
export const conflict = (reason?: string) => new AppError('Conflict', reason);
export const alreadyDone = (reason?: string) => new AppError('AlreadyDone', reason);
export const notNow = (reason: string) => new AppError('NotNow', reason);
export const gone = (reason: string, detail: string) => new AppError('Gone', reason, undefined, detail);
export const upstreamDown = (reason: string) => new AppError('UpstreamDown', reason);

/** A reason is a text key; a machine gets its last part, which stays the same. */
export const reasonCode = (textKey: string): string => textKey.slice(textKey.indexOf(':') + 1);
export const fieldCodes = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, key]) => [field, reasonCode(key)]));

export const isAppError = (error: unknown, code?: ErrorCode): error is AppError =>
  error instanceof AppError && (code === undefined || error.code === code);

/**
 * Whether the database refused because a unique index already holds such a row. With the next three, the only reader of
 * its error codes.
 */
export const isUniqueViolation = (error: unknown): boolean =>
  ['P2002', '23505'].includes(databaseCode(error) ?? '');

/** Whether it gave up on two that waited for each other. */
export const isDeadlock = (error: unknown): boolean => databaseCode(error) === '40P01';

/** Whether it refused because a row that excludes this one is there: two times that overlap. */
export const isExclusionViolation = (error: unknown): boolean => databaseCode(error) === '23P01';

/** Whether a connection's prepared statement is of no use any more: a table has changed under it, or it is gone. */
export const isStaleStatement = (error: unknown): boolean =>
  ['0A000', '26000'].includes(databaseCode(error) ?? '');

/** PostgreSQL's own code, however deep the client has put it; the client's, for what it has a code of its own for. */
function databaseCode(error: unknown): string | undefined {
  const { meta, cause, code } = (error ?? {}) as Partial<
    Record<'cause', { originalCode?: string }> & {
      code: string;
      meta: { driverAdapterError?: { cause?: { originalCode?: string } } };
    }
  >;
  return meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode ?? code;
}

const STATUS: Record<ErrorCode, number> = {
  NotFound: 404,
  Forbidden: 403,
  Invalid: 422,
  Conflict: 409,
  AlreadyDone: 409,
  NotNow: 409,
  Gone: 410,
  UpstreamDown: 503,
};

/** The status that says a refusal to a machine. */
export const problemStatus = (error: AppError): number => STATUS[error.code];
