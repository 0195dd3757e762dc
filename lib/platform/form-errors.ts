import 'server-only';
import { headers } from 'next/headers';

/*
 * Whether a form came back with something to put right, for the page's title. Without JavaScript the posting and the
 * page that answers it are one request; nothing else carries word from an action to the title.
 */

const withErrors = new WeakSet<object>();

/** By an action, when what it answers names what is wrong. */
export const noteFormErrors = async (): Promise<void> => {
  withErrors.add(await headers());
};

export const hasFormErrors = async (): Promise<boolean> => withErrors.has(await headers());
