import { afterEach, expect, it, vi } from 'vitest';
import { log } from './log';
import { quietConsole } from './quiet-console';

afterEach(() => {
  log.level = 'error';
});

it('lets nothing of what a library prints through, but that an error was, and where', () => {
  const printed = vi.spyOn(console, 'error');
  const target = { ...console };
  const lines: unknown[] = [];
  vi.spyOn(log, 'warn').mockImplementation((...line: unknown[]) => {
    lines.push(line);
  });
  vi.spyOn(log, 'debug').mockImplementation((...line: unknown[]) => {
    lines.push(line);
  });
  quietConsole(target as Console);
  const error = new Error('order 19421209-9146\n{"level":50}');
  target.error(' ⨯', error);
  target.warn('personal 19421209-9146');
  target.log('19421209-9146');
  expect(printed).not.toHaveBeenCalled();
  expect(lines).toEqual([
    [{ err: error }, 'a library printed an error'],
    [{ way: 'warn' }, 'a library printed something'],
    [{ way: 'log' }, 'a library printed something'],
  ]);
});
