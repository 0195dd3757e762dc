import { log } from './log';

const ways = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

/**
 * What libraries print goes to the log without its words: they quote what was sent ("Failed to find Server Action …"),
 * which may hold personal data, or look like lines of the log. An error's kind and place are kept.
 */
export function quietConsole(target: Pick<Console, (typeof ways)[number]> = console): void {
  for (const way of ways) {
    target[way] = (...printed: unknown[]) => {
      const error = printed.find((one) => one instanceof Error);
      if (error && (way === 'error' || way === 'warn'))
        log.warn({ err: error }, 'a library printed an error');
      else log.debug({ way }, 'a library printed something');
    };
  }
}
