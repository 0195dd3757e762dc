export type IconName =
  | 'arrow'
  | 'back'
  | 'bell'
  | 'check'
  | 'clock'
  | 'document'
  | 'external'
  | 'globe'
  | 'home'
  | 'mail'
  | 'menu'
  | 'person'
  | 'phone'
  | 'search';

/** A picture beside words, never instead of them. Drawn by a mask in the style sheet, so it adds nothing to the page. */
export function Icon({ name }: { name: IconName }) {
  return <span className="ms-icon" data-icon={name} aria-hidden="true" />;
}
