'use client';

import { type SubmitEvent, useActionState, useEffect, useRef, useState } from 'react';
import { type UseFormRegisterReturn, useForm } from 'react-hook-form';
import type { FormState } from '@/lib/kernel/form-state';

/**
 * A short form that is checked before it is sent, by the rules that the server then checks by, so that nobody waits to be
 * told what she missed. The inputs themselves are read (decision 0042); without JavaScript the form posts natively, and
 * comes back with the same sentences. Names of fields have no dots: the form library takes them for paths.
 */
export function useCheckedForm<State extends FormState = FormState>({
  action,
  initial,
  check,
}: {
  action: (state: State, form: FormData) => Promise<State>;
  initial: Awaited<State>;
  /** what is wrong, by field; nothing where the button that was pressed doesn't ask for it */
  check: (form: FormData) => Record<string, string>;
}) {
  const [state, post] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  /** One that has left the form since (it showed another step) is nothing to read by. */
  const pressedHere = () =>
    pressed.current instanceof HTMLButtonElement && pressed.current.form === form.current
      ? pressed.current
      : null;
  const {
    register: given,
    handleSubmit,
    setError,
    clearErrors,
    formState: { errors, submitCount },
  } = useForm<Record<string, unknown>>({
    shouldFocusError: false,
    resolver: async () => ({
      values: {},
      errors: form.current ? asErrors(check(new FormData(form.current, pressedHere())), 'missing') : {},
    }),
  });

  // What the server says stands until the field is answered anew, as what is said here does.
  const [heard, setHeard] = useState<State | null>(null);
  useEffect(() => {
    clearErrors();
    for (const [name, error] of Object.entries(asErrors(state.fields ?? {}, 'server'))) setError(name, error);
    setHeard(state as State);
  }, [state, clearErrors, setError]);

  function register(name: string): UseFormRegisterReturn {
    const { ref, ...rest } = given(name);
    return {
      ...rest,
      ref: (input: HTMLInputElement | null) => {
        // The form library takes back a choice made before it came, unless the page was sent with it.
        if (input?.checked) input.defaultChecked = true;
        ref(input);
      },
    };
  }

  /** What is right is sent as any form is, so that React shows that it is under way. */
  function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
    pressed.current = event.nativeEvent.submitter;
    const isWrong = Object.keys(check(new FormData(event.currentTarget, pressed.current))).length > 0;
    if (isWrong) void handleSubmit(() => undefined)(event);
    else clearErrors();
  }

  const said = Object.entries(errors).map(([name, error]) => [name, String(error?.message ?? '')]);
  return {
    state: state as State,
    /** the sentence that stands at each field */
    wrong: (heard === state ? Object.fromEntries(said) : (state.fields ?? {})) as Record<string, string>,
    /** changes at each try, so that the same errors take the focus again */
    attempt: submitCount,
    register,
    formProps: { ref: form, action: post, onSubmit, noValidate: true },
  };
}

const asErrors = (fields: Record<string, string>, type: string) =>
  Object.fromEntries(Object.entries(fields).map(([name, message]) => [name, { type, message }]));
