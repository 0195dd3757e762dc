import type { ComponentProps } from 'react';

/** A link in text. Plain anchors throughout: a page load is quick, and focus, title and history are then right by themselves. */
export function TextLink(props: Omit<ComponentProps<'a'>, 'className' | 'style'> & { href: string }) {
  return <a className="ds-link" {...props} />;
}
