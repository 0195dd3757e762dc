import type { ReactNode } from 'react';

/** Drawn on a square of 24 with a line of 1.8: see icons.css. */
const SHAPES = {
  arrow: <path d="M4.5 12h15m-6-6 6 6-6 6" />,
  back: <path d="M19.5 12h-15m6-6-6 6 6 6" />,
  bell: <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.5 2 6.500H4S6 15 6 10zm4 9.500a2.1 2.1 0 0 0 4 0" />,
  calendar: <path d="M4 6h16v14H4zm0 4.500h16M8.500 3.500V8m7-4.500V8M8.500 14.500h2m3 0h2" />,
  check: <path strokeWidth="2.6" d="m5 12.5 4.5 4.500L19 7.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.300l3.4 2" />
    </>
  ),
  document: <path d="M6 3.500h8l4.5 4.500v12.500H6zm8 0V8h4.500M9 12.500h6M9 16h6" />,
  external: <path d="M10 5H5v14h14v-5M14 4.500h5.500V10m0-5.500L11 13" />,
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.500c3 3 3 14 0 17-3-3-3-14 0-17z" />
    </>
  ),
  home: <path d="m3.5 11.5 8.5-7.5 8.5 7.500M6 9.500v10h12v-10M10 19.500v-5.500h4v5.5" />,
  mail: <path d="M3.5 6h17v12.500h-17zm0 .5 8.5 7 8.5-7" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.500c.5-4.5 3.5-6.5 7.5-6.500s7 2 7.5 6.5" />
    </>
  ),
  phone: (
    <path d="M6 3.500h3l1.5 4.5-2 1.500a11 11 0 0 0 6 6l1.5-2 4.5 1.500v3c0 1.5-1 2.5-2.5 2.500C10.5 20 4 13.5 3.5 6 3.5 4.5 4.5 3.5 6 3.500z" />
  ),
  place: (
    <>
      <path d="M12 21c-4-4.500-6.500-8-6.500-11a6.500 6.500 0 0 1 13 0c0 3-2.500 6.500-6.500 11z" />
      <circle cx="12" cy="10" r="2.300" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  video: <path d="M3.500 6.500h11.500v11H3.500zm11.500 4 5.500-3v9l-5.500-3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/**
 * The shapes of all icons, once in each page. In the page and not in the style sheet: as masks there, each was a document
 * of its own to the browser, and the seven of the overview two thirds of the work of its first styling.
 */
export function IconShapes() {
  return (
    <svg className="ms-icon-shapes" aria-hidden="true">
      {Object.entries(SHAPES).map(([name, shape]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}
