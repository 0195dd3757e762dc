import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

type Look = {
  /** primary: the one thing to do on the page. secondary: other things. tertiary: as a link. */
  variant?: 'primary' | 'secondary' | 'tertiary';
  color?: 'accent' | 'danger' | 'neutral';
  size?: 'sm' | 'md' | 'lg';
  /** before the words */
  icon?: IconName;
  /** after the words: "arrow" on what takes you further */
  iconAfter?: IconName;
  children: ReactNode;
};

const attributes = ({ variant = 'primary', color = 'accent', size }: Omit<Look, 'children'>) => ({
  className: 'ds-button',
  'data-variant': variant,
  'data-color': color,
  ...(size && { 'data-size': size }),
});

export function Button({
  variant,
  color,
  size,
  icon,
  iconAfter,
  children,
  type = 'submit',
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'color' | 'className' | 'style'>) {
  return (
    <button {...attributes({ variant, color, size })} type={type} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}

/** A link that looks as a button: for going somewhere. What changes anything is a Button in a form. */
export function ButtonLink({
  variant,
  color,
  size,
  icon,
  iconAfter,
  children,
  ...rest
}: Look & Omit<ComponentProps<'a'>, 'color' | 'className' | 'style'> & { href: string }) {
  return (
    <a {...attributes({ variant, color, size })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </a>
  );
}

/** Buttons in a row that wraps; the first is the main one. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="ms-button-group">{children}</div>;
}
