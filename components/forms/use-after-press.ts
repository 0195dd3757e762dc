'use client';

import { useEffect, useRef } from 'react';

/**
 * Puts work off while a mouse button or a finger is down. A press takes the focus from a field before it is let go: an
 * error that came or went just then would move the page, and the press would land beside what was pressed.
 */
export function useAfterPress(): (work: () => void) => void {
  const isPressed = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    const down = () => {
      isPressed.current = true;
    };
    const up = () => {
      isPressed.current = false;
      // The click itself comes first.
      if (waiting.current) setTimeout(waiting.current);
      waiting.current = null;
    };
    const ends = ['pointerup', 'pointercancel'] as const;
    window.addEventListener('pointerdown', down, true);
    for (const end of ends) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ends) window.removeEventListener(end, up, true);
    };
  }, []);
  return (work) => {
    if (isPressed.current) waiting.current = work;
    else work();
  };
}
