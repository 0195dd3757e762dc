import type { IconName } from './icon-shapes';

export type { IconName };

/** A picture beside words, never instead of them: one of the page's shapes, in the colour of the text. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ms-icon" data-icon={name} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  );
}
