import pino from 'pino';
import { logSettings } from './env';

/**
 * Structured logs, a JSON line each. Only codes, ids and durations go in: never names, numbers, answers,
 * addresses or request bodies. The redaction is a net under that rule, not a licence.
 */
export const log = pino({
  level: logSettings().level,
  base: { process: logSettings().process },
  redact: {
    paths: ['*.personalNumber', '*.nationalId', '*.name', '*.email', '*.token', 'req', 'headers', 'cookie'],
    remove: true,
  },
  serializers: {
    // A database error's message may quote a row. Its class, code and place are enough to find it.
    err: (error: unknown) =>
      error instanceof Error
        ? {
            type: error.name,
            code: (error as { code?: unknown }).code,
            at: error.stack
              ?.split('\n')
              .filter((line) => line.trim().startsWith('at '))
              .slice(0, 8),
          }
        : { type: typeof error },
  },
});
