import type { ReactNode } from 'react';

type Level = 1 | 2 | 3 | 4;
const sizes = { 1: 'lg', 2: 'sm', 3: 'xs', 4: '2xs' } as const;

/** Headings under the page's first. The level is the document's order, the size follows unless said otherwise. */
export function Heading({
  level = 2,
  size = sizes[level],
  id,
  children,
}: {
  level?: Level;
  size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  id?: string;
  children: ReactNode;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag className="ds-heading" data-size={size} id={id}>
      {children}
    </Tag>
  );
}
