'use client';

import { startTransition, useActionState, useEffect, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/kernel/form-state';

type Here = 'looking' | 'lacking' | 'denied' | 'able' | 'failed';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/**
 * Lets this browser show notices. The browser is asked for leave after a press, never when the page opens; what it
 * answers goes to the server as any form does.
 */
export function PushDevice({
  action,
  publicKey,
  texts,
}: {
  action: FormAction;
  publicKey: string;
  texts: { lacking: string; denied: string; failed: string; add: string; working: string };
}) {
  const [state, post] = useActionState(action, { status: 'idle' });
  const [here, setHere] = useState<Here>('looking');
  useEffect(() => {
    const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
    setHere(isAble ? able() : 'lacking');
  }, []);

  const add = async (form: FormData) => {
    let now: Here = 'failed';
    try {
      if ((await Notification.requestPermission()) === 'granted')
        form.set('subscription', JSON.stringify(await subscriptionHere(publicKey)));
      now = able();
    } catch {
      // The browser's own push service is out of reach, or turned off.
    }
    startTransition(() => {
      setHere(now);
      if (form.has('subscription')) post(form);
    });
  };

  if (here === 'looking') return null;
  if (here === 'lacking' || here === 'denied') return <p>{texts[here]}</p>;
  const problem = here === 'failed' ? texts.failed : state.status === 'error' && state.message;
  return (
    <form action={add} className="ms-stack">
      {problem && (
        <Alert kind="danger" live="alert">
          {problem}
        </Alert>
      )}
      <div>
        <SubmitButton pendingText={texts.working} variant="secondary">
          {texts.add}
        </SubmitButton>
      </div>
    </form>
  );
}

const able = (): Here => (Notification.permission === 'denied' ? 'denied' : 'able');

async function subscriptionHere(publicKey: string): Promise<PushSubscription> {
  const worker = await navigator.serviceWorker.register('/push/service-worker.js');
  await active(worker);
  const subscribe = () =>
    worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  try {
    return await subscribe();
  } catch (error) {
    // One that was made for an older key of ours stands in the way.
    const old = await worker.pushManager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return subscribe();
  }
}

/** A service worker can take push messages a moment after it was registered. */
const active = (worker: ServiceWorkerRegistration): Promise<void> =>
  new Promise((resolve) => {
    const coming = worker.installing ?? worker.waiting;
    if (worker.active || !coming) return resolve();
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve());
  });
