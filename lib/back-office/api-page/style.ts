import { Html } from './html';

/** The page's whole style: readable on a phone and on paper, in light and dark. */
export const style = new Html(`
:root { color-scheme: light dark; --line: #c9cdd2; --soft: #f3f4f6; --accent: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --line: #4a4f57; --soft: #24272c; --accent: #8fc3f5; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 62rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 3rem; font-size: 1.5rem; }
h3 { margin: 0; font-size: 1.25rem; }
h4 { margin: 1.5rem 0 .25rem; font-size: 1.0625rem; }
p { max-width: 44rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre { font-family: ui-monospace, monospace; font-size: .9375em; overflow-wrap: anywhere; }
nav ul { padding: 0; list-style: none; }
nav li { padding: .25rem 0; }
nav code { opacity: .8; }
section { margin-top: 1.5rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: .5rem; }
.address { padding: .5rem .75rem; background: var(--soft); border-radius: .25rem; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; table-layout: fixed; }
caption { font-weight: 600; text-align: start; }
th, td { overflow-wrap: break-word; padding: .5rem .75rem .5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th:first-child { width: 28%; }
thead th:nth-child(2) { width: 26%; }
th[scope=row] { font-weight: 400; }
em { font-size: .875em; font-style: normal; font-weight: 600; }
details { margin: .75rem 0; }
summary { padding: .25rem 0; cursor: pointer; color: var(--accent); }
pre { padding: 1rem; overflow-x: auto; background: var(--soft); border-radius: .25rem; overflow-wrap: normal; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { position: static; }
@media (max-width: 40rem) {
  section { padding: 1rem .75rem; }
  table, tbody, caption { display: block; }
  thead { position: absolute; inset-inline-start: -100vw; }
  tr { display: block; padding: .5rem 0; border-block-end: 1px solid var(--line); }
  th[scope=row], td { display: block; width: auto; padding: .125rem 0; border: 0; }
}
`);
