'use client';

import { unstable_rethrow } from 'next/navigation';
import { type RefObject, type SubmitEvent, startTransition, useActionState, useEffect } from 'react';
import {
  type Autosave,
  type Intent,
  readIntent,
  readVersion,
  type SavedFormState,
  VERSION,
} from './saved-form';
import { useAutosave } from './use-autosave';

/**
 * A form that saves by itself and is also sent: the two never pass each other. Without JavaScript the form posts to the
 * same action natively.
 */
export function useSavedForm<State extends SavedFormState>({
  form,
  start,
  action,
  autosave,
  unreachable,
}: {
  form: RefObject<HTMLFormElement | null>;
  start: State;
  action: (state: State, data: FormData) => Promise<State>;
  autosave: Autosave;
  /** what is said when the server doesn't answer */
  unreachable: string;
}) {
  // A lost connection must not replace the page, and what is typed on it, with an error page. The server itself gets
  // the bare action: a form that posts natively needs its address.
  const guarded = async (before: State, data: FormData): Promise<State> => {
    try {
      return await action(before, data);
    } catch (error) {
      unstable_rethrow(error);
      return { ...before, status: 'error', version: readVersion(data), message: unreachable };
    }
  };
  // React unwraps promises in the state's type; a state is none.
  const used = (typeof window === 'undefined' ? action : guarded) as (
    state: Awaited<State>,
    data: FormData,
  ) => Promise<State>;
  const [state, dispatch, isPending] = useActionState(used, start as Awaited<State>);
  const saving = useAutosave(form, autosave, start.version);

  /** Sends the form when the save under way has ended, unless `mayPost` says no. */
  async function post(
    event: SubmitEvent<HTMLFormElement>,
    mayPost: (intent: Intent) => Promise<boolean> = async () => true,
  ): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    const { currentTarget } = event;
    const submitter = event.nativeEvent.submitter;
    if (!(await mayPost(readIntent(new FormData(currentTarget, submitter))))) return;
    const settled = await saving.settle();
    const data = new FormData(currentTarget, submitter);
    data.set(VERSION, String(settled));
    startTransition(() => dispatch(data));
  }

  useEffect(() => {
    if (state.status === 'idle' || state.status === 'stale') return;
    // After a fault nobody knows what was kept: it is saved anew.
    if (state.status === 'error') saving.changed();
    saving.resume(state.version);
  }, [state]);

  return { state: state as State, dispatch, isPending, saving, post };
}
