'use client';

import { useFormStatus } from 'react-dom';

/** Says that a press is on its way, in a form with many buttons. A second press is the same one: the server bears it. */
export function PendingNote({ text }: { text: string }) {
  const { pending } = useFormStatus();
  return (
    <p role="status" className="ms-pending">
      {pending && <span>{text}</span>}
    </p>
  );
}
