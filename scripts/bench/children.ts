import { type ChildProcess, fork } from 'node:child_process';
import { PlainError } from '../lib/progress';

/** A measuring process of its own, which answers one message at a time. */
export const child = (script: string, settings: Record<string, string>): ChildProcess =>
  fork(script, [], {
    execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx'],
    env: { ...process.env, ...settings, NODE_ENV: 'production' },
  });

/** A message to a child, and its answer. */
export function ask<T>(one: ChildProcess, message: object | string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onEnd = () => reject(new PlainError(`A measuring process ended (${one.exitCode}).`));
    if (!one.connected) return onEnd();
    one.once('exit', onEnd);
    one.once('message', (answer) => {
      one.off('exit', onEnd);
      resolve(answer as T);
    });
    one.send(message);
  });
}

/** The child's side: what it does for each kind of message, by its `do`. Ends with whoever measures. */
export function answerParent(deeds: Record<string, (message: never) => unknown>): void {
  process.on('message', async (message: { do: string }) => {
    try {
      process.send?.((await deeds[message.do]?.(message as never)) ?? null);
    } catch (error) {
      // Whoever waits for an answer is told by our end.
      console.error(error);
      process.exit(1);
    }
  });
  process.once('disconnect', () => process.exit());
}
