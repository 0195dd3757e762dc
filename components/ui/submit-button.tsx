'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/**
 * As Button, and says that it works while the form is on its way; a second press then does nothing. Without
 * JavaScript it is a plain submit button: commands bear a repeat, so this is a kindness, not the guard.
 */
export function SubmitButton({
  pendingText,
  children,
  ...rest
}: { pendingText: string; children: ReactNode } & Omit<ComponentProps<typeof Button>, 'children' | 'type'>) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : rest.onClick}
    >
      {pending ? pendingText : children}
    </Button>
  );
}
