'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** The phone's menu button. Plain details without JavaScript; with it, Escape closes and gives the focus back. */
export function Menu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // On the page, not on the menu: what it shows are its neighbours.
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
  return (
    <details className="ms-menu" ref={menu}>
      {children}
    </details>
  );
}
