'use client';

import { useEffect, useRef, useState } from 'react';
import { SESSION_TOUCHED } from './session-touched';

export interface SessionTime {
  /** seconds until the session ends if nothing is done; any page load or "stay" starts it over */
  idleSeconds: number;
  /** seconds until the session ends whatever is done */
  absoluteSeconds: number;
}

export interface SessionWarningTexts {
  title: string;
  /** for the idle limit: what happens and that typed answers are saved */
  idle: string;
  /** for the absolute limit, which can't be moved */
  absolute: string;
  /** "1 minut", "2 minuter" …: index is the number of minutes, 0 for less than one */
  minutes: readonly string[];
  /** before the minutes: "Tid kvar:" */
  left: string;
  stay: string;
  logOut: string;
  close: string;
}

/**
 * Says in good time that the session is about to end, and lets the person stay with one press. Counts from how many
 * seconds were left when the page was made, so a wrong clock in the device doesn't matter. Tabs tell each other when
 * one of them has moved the limit. Without JavaScript the plain text beside it (SessionTimeText) stands in its place.
 */
export function SessionWarning({
  idleSeconds,
  absoluteSeconds,
  warningSeconds,
  stay,
  logOut,
  endedHref,
  texts,
}: SessionTime & {
  /** how long before the end it says so */
  warningSeconds: number;
  /** moves the idle limit; null when the session has already ended */
  stay: () => Promise<SessionTime | null>;
  logOut: () => Promise<void>;
  /** where to go when time is out */
  endedHref: string;
  texts: SessionWarningTexts;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const ends = useRef({ idle: Number.POSITIVE_INFINITY, absolute: Number.POSITIVE_INFINITY });
  const dismissed = useRef(false);
  const [left, setLeft] = useState<{ minutes: number; absolute: boolean }>();
  const warnAt = warningSeconds * 1000;

  const move = (time: SessionTime) => {
    const at = Date.now();
    ends.current = { idle: at + time.idleSeconds * 1000, absolute: at + time.absoluteSeconds * 1000 };
  };

  useEffect(() => {
    const channel = new BroadcastChannel('session-time');
    move({ idleSeconds, absoluteSeconds });
    channel.postMessage({ idleSeconds, absoluteSeconds } satisfies SessionTime);
    channel.onmessage = ({ data }: MessageEvent<SessionTime>) => move(data);
    const tick = () => {
      const { idle, absolute } = ends.current;
      const remaining = Math.min(idle, absolute) - Date.now();
      if (remaining <= 0) return location.assign(endedHref);
      if (remaining > warnAt) {
        dismissed.current = false;
        dialog.current?.close();
        return setLeft(undefined);
      }
      setLeft({ minutes: Math.floor(remaining / 60_000), absolute: absolute <= idle });
      if (!dialog.current?.open && !dismissed.current) dialog.current?.showModal();
    };
    // The server writes it down once a minute at most, so the last of it is not counted on.
    const touched = () => {
      const { idle, absolute } = ends.current;
      const at = Date.now();
      const time = {
        idleSeconds: Math.max(idleSeconds - 60, (idle - at) / 1000),
        absoluteSeconds: (absolute - at) / 1000,
      };
      move(time);
      channel.postMessage(time);
    };
    window.addEventListener(SESSION_TOUCHED, touched);
    const timer = setInterval(tick, 1000);
    return () => {
      window.removeEventListener(SESSION_TOUCHED, touched);
      clearInterval(timer);
      channel.close();
    };
  }, []);

  const onStay = async () => {
    const time = await stay();
    if (!time) return location.assign(endedHref);
    move(time);
    const channel = new BroadcastChannel('session-time');
    channel.postMessage(time);
    channel.close();
    dialog.current?.close();
  };

  return (
    <dialog
      ref={dialog}
      className="ms-dialog"
      aria-labelledby="session-warning-title"
      onClose={() => {
        dismissed.current = true;
      }}
    >
      <h2 className="ds-heading" data-size="sm" id="session-warning-title">
        {texts.title}
      </h2>
      <p>{left?.absolute ? texts.absolute : texts.idle}</p>
      <p>
        {texts.left} <strong aria-live="polite">{left && texts.minutes[left.minutes]}</strong>
      </p>
      <div className="ms-button-group">
        {left?.absolute ? (
          <button
            className="ds-button"
            data-variant="primary"
            type="button"
            onClick={() => dialog.current?.close()}
          >
            {texts.close}
          </button>
        ) : (
          <button className="ds-button" data-variant="primary" type="button" onClick={onStay}>
            {texts.stay}
          </button>
        )}
        <form action={logOut}>
          <button className="ds-button" data-variant="secondary" type="submit">
            {texts.logOut}
          </button>
        </form>
      </div>
    </dialog>
  );
}
