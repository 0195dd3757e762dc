import localFont from 'next/font/local';

/** The letters of Swedish and English, preloaded, with a fallback of the same width so that nothing moves when it comes. */
export const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-inter',
  adjustFontFallback: 'Arial',
});
