// A page that stands alone: for the moments when Next and its texts aren't asked.
// With their endings: the portal's own process runs these files as they are.
import { type FailureLanguage, isFailureLanguage } from '../../components/layout/failure-texts.ts';

/** The language of an address, by its prefix alone. */
export function languageOf(path: string): FailureLanguage {
  const prefix = /^\/([a-z]+)(?=[/?]|$)/.exec(path)?.[1];
  return isFailureLanguage(prefix) ? prefix : 'sv';
}

export interface PlainPage {
  headers: Record<string, string>;
  body: string;
}

/** `paragraphs` are HTML. */
export function plainPage(lang: string, title: string, paragraphs: readonly string[]): PlainPage {
  const body = [
    `<!DOCTYPE html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>`,
    `<body><main><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`,
  ].join('\n');
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      ...bareHeaders,
    },
  };
}

/** Of whatever proxy.ts has not been asked about: it is what it says it is, and as a page of its own it may nothing. */
export const bareHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};
