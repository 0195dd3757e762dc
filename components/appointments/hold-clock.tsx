'use client';

import { useEffect, useState } from 'react';

/** A screen reader is told when so many minutes are left, and at the end; not each time that the words change. */
const TOLD_AT = 2;
const LOOK_MS = 5_000;

/**
 * How long the time is hers, in words that change each minute: nothing ticks. It counts from what the server said, since
 * her own clock may be wrong. Without JavaScript the words stand as they came, beside the time of day.
 */
export function HoldClock({
  seconds,
  until,
  left,
  over,
}: {
  /** left when the page was made */
  seconds: number;
  /** "Tiden är reserverad för dig till kl. 13.20." */
  until: string;
  /** how long is left, by whole minutes: none, one, two … */
  left: readonly string[];
  /** said when they are over */
  over: string;
}) {
  const [gone, setGone] = useState(0);
  useEffect(() => {
    const start = Date.now();
    const timer = setInterval(() => setGone((Date.now() - start) / 1000), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  const rest = seconds - gone;
  const minutes = Math.min(Math.ceil(rest / 60), left.length - 1);
  const isOver = rest <= 0;
  return (
    <div className="ms-hold" data-over={isOver || undefined}>
      {!isOver && (
        <p>
          {until} <span className="ms-hold-left">{left[minutes]}</span>
        </p>
      )}
      <p role="status" className={isOver ? undefined : 'ds-sr-only'}>
        {isOver ? over : gone > 0 && minutes <= TOLD_AT ? left[TOLD_AT] : ''}
      </p>
    </div>
  );
}
