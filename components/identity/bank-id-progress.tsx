'use client';

import { useEffect, useState } from 'react';
import type { ShownOrder } from '@/lib/identity/domain/order-view';

const EVERY = 1000;

/**
 * What moves while one waits for BankID: the code, the link, how it goes. Asks the server each second; the server asks
 * BankID more seldom. When it is over the page is loaded anew, so that the server alone decides what it then shows.
 */
export function BankIdProgress({
  initial,
  pollHref,
  completeHref,
  texts,
}: {
  initial: ShownOrder;
  pollHref: string;
  completeHref: string;
  texts: { qr: string; open: string; noContact: string };
}) {
  const [shown, setShown] = useState(initial);
  const [silent, setSilent] = useState(false);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await fetch(pollHref, { method: 'POST', cache: 'no-store' }).catch(() => null);
      if (stopped) return;
      setSilent(!answer || answer.status >= 500);
      if (answer && answer.status < 500) {
        const next: ShownOrder | null = answer.ok ? await answer.json().catch(() => null) : null;
        if (stopped) return;
        if (next?.phase === 'ready') return location.replace(completeHref);
        if (next?.phase !== 'waiting') return location.reload();
        setShown(next);
      }
      timer = setTimeout(ask, EVERY);
    };
    const stop = () => {
      stopped = true;
      clearTimeout(timer);
    };
    timer = setTimeout(ask, EVERY);
    // Cancel and the like are on their way to another page: an answer that comes now must not load this one again.
    document.addEventListener('submit', stop);
    return () => {
      stop();
      document.removeEventListener('submit', stop);
    };
  }, [pollHref, completeHref]);

  return (
    <div className="ms-bankid">
      {shown.qr && <img className="ms-bankid-qr" src={shown.qr} alt={texts.qr} width="240" height="240" />}
      {shown.startLink && (
        <p>
          {/* BankID wants to know the page's address only, not where on it one is. */}
          <a
            className="ds-button"
            data-variant="primary"
            data-color="accent"
            href={shown.startLink}
            referrerPolicy="origin"
          >
            {texts.open}
          </a>
        </p>
      )}
      <p aria-live="polite" role="status" className="ms-bankid-status">
        {silent ? texts.noContact : shown.message}
      </p>
      {shown.timeLeft && <p className="ms-bankid-time">{shown.timeLeft}</p>}
    </div>
  );
}
