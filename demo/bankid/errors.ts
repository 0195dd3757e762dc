/** BankID's error codes and the HTTP status each comes with. */
export const errorStatus = {
  alreadyInProgress: 400,
  invalidParameters: 400,
  unauthorized: 401,
  notFound: 404,
  methodNotAllowed: 405,
  requestTimeout: 408,
  unsupportedMediaType: 415,
  tooManyRequests: 429,
  internalError: 500,
  maintenance: 503,
} as const;

export type BankIdErrorCode = keyof typeof errorStatus;

export class BankIdError extends Error {
  constructor(
    readonly errorCode: BankIdErrorCode,
    readonly details: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${errorCode}: ${details}`);
  }
}
