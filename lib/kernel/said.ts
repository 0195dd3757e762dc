/** Words and the language they are in, which is not always the page's: not everything is translated into every language. */
export interface Said {
  text: string;
  lang: string;
}

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/;

export const directionOf = (lang: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr');

export interface SpokenIn {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** What an element says of its language (WCAG 3.1.2): nothing where it is the page's. */
export const spokenIn = (lang: string, page: string): SpokenIn =>
  lang === page ? {} : { lang, dir: directionOf(lang) };
