import { type Html, html } from '@/demo/web/html';
import type { Answer, DemoRequest, Route } from '@/demo/web/http';
import { refreshScript } from '@/demo/web/refresh-script';
import { style } from '@/demo/web/style';

export type Language = 'sv' | 'en';
/** A text in both of the demo world's languages. */
export interface Both {
  sv: string;
  en: string;
}

/** `?lang=` decides and is remembered; cookies are shared between ports, so the choice follows to all demo pages. */
export function languageOf(request: DemoRequest): Language {
  const asked =
    request.url.searchParams.get('lang') ??
    /(?:^|;\s*)demo_lang=(sv|en)/.exec(request.headers.cookie ?? '')?.[1];
  return asked === 'en' ? 'en' : 'sv';
}

interface PageOptions {
  title: string;
  body: Html;
  status?: number;
  /** reload when this address' answer changes (a kindness of script; the page works without) */
  watch?: string;
  /** the mail page shows other people's styles, in a frame without rights */
  allowInlineStyle?: boolean;
  /** `phone` draws the page as a phone's screen */
  look?: 'phone' | 'desk';
  /** the broker lives on another port and has no hub of its own */
  hubUrl?: string;
}

export function page(request: DemoRequest, options: PageOptions): Answer {
  const lang = languageOf(request);
  const other = lang === 'sv' ? 'en' : 'sv';
  const toggle = new URLSearchParams(request.url.searchParams);
  toggle.set('lang', other);
  const hub = options.hubUrl ?? '';
  const body = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${options.title} – ${lang === 'sv' ? 'Demovärlden' : 'The demo world'}</title>
<link rel="stylesheet" href="/demo.css">
<link rel="icon" href="data:,">
${options.watch ? html`<script src="/demo.js" defer data-watch="${options.watch}"></script>` : ''}
</head>
<body class="${options.look ?? 'desk'}">
<a class="skip" href="#main">${lang === 'sv' ? 'Hoppa till innehållet' : 'Skip to content'}</a>
<header>
<a class="brand" href="${hub}/">${lang === 'sv' ? 'Demovärlden' : 'The demo world'}</a>
<span class="tag">${lang === 'sv' ? 'Allt här är påhittat' : 'Everything here is invented'}</span>
<a class="toggle" href="?${toggle.toString()}" lang="${other}" hreflang="${other}">${other === 'sv' ? 'Svenska' : 'English'}</a>
</header>
<main id="main">
${options.body}
</main>
</body>
</html>`;
  const styleSource = options.allowInlineStyle ? "'self' 'unsafe-inline'" : "'self'";
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // No form-action: approving on "this device" ends in a redirect to the portal.
      'content-security-policy': `default-src 'none'; style-src ${styleSource}; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'set-cookie': `demo_lang=${lang}; Path=/; HttpOnly; SameSite=Lax`,
    },
    body: body.toString(),
  };
}

export const assetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/demo.css',
    answer: () => ({ headers: { 'content-type': 'text/css; charset=utf-8' }, body: style }),
  },
  {
    method: 'GET',
    path: '/demo.js',
    answer: () => ({ headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: refreshScript }),
  },
];

export function notFoundPage(request: DemoRequest): Answer {
  const sv = languageOf(request) === 'sv';
  return page(request, {
    status: 404,
    title: sv ? 'Sidan finns inte' : 'No such page',
    body: html`<h1>${sv ? 'Sidan finns inte' : 'No such page'}</h1>
<p><a href="/">${sv ? 'Till demovärldens startsida' : 'To the start of the demo world'}</a></p>`,
  });
}
