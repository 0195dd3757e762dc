/** One plain style sheet for every page of the demo world; deliberately unlike the portal's, so nobody mixes them up. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f3f1ec; --card: #ffffff; --ink: #1d2430; --soft: #5a6372; --line: #d6d3ca;
  --accent: #24496e; --on-accent: #ffffff; --good: #14633a; --bad: #9a1f1f; --note: #fff3cd; --note-ink: #4d3b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181f; --card: #1e242e; --ink: #eef1f5; --soft: #a9b3c1; --line: #3a4352;
    --accent: #9cc4ee; --on-accent: #10202f; --good: #84d6a8; --bad: #f3a3a3; --note: #40360f; --note-ink: #ffeeb3;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--card); }
.brand { font-weight: 700; text-decoration: none; color: var(--ink); padding: .5rem 0; }
.tag { background: var(--note); color: var(--note-ink); padding: .1rem .6rem; border-radius: 1rem; font-size: .9rem; }
.toggle { margin-inline-start: auto; padding: .5rem; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
.phone main { max-width: 27rem; margin-block: 1.5rem; padding: 1.5rem 1.25rem 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1.75rem; }
@media (max-width: 30rem) { .phone main { margin: 0; border: 0; border-radius: 0; min-height: 80vh; } }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
.soft { color: var(--soft); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem; padding: 0; margin: 1rem 0; list-style: none; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem 1.1rem; }
.phone .card { background: var(--ground); margin-block: 1rem; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
a.card { display: block; text-decoration: none; color: var(--ink); }
a.card:hover { border-color: var(--accent); }
.asked { white-space: pre-wrap; background: var(--card); border-inline-start: 4px solid var(--accent); padding: .6rem .8rem; margin: .5rem 0 1rem; max-height: 22rem; overflow: auto; }
.asked p, .asked h3, .asked h4, .asked ul { white-space: normal; margin: 0 0 .4rem; }
form { margin: .5rem 0; }
label, legend { display: block; font-weight: 600; margin-bottom: .25rem; }
input[type=text], textarea, select { width: 100%; font: inherit; padding: .6rem .7rem; border: 1px solid var(--soft); border-radius: .4rem; background: var(--card); color: var(--ink); }
button { font: inherit; font-weight: 600; min-height: 2.9rem; padding: .5rem 1.1rem; border-radius: .5rem; border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button.second { background: transparent; color: var(--accent); }
button.wide { width: 100%; text-align: start; }
button small { font-weight: 400; }
label.choice { display: inline-flex; gap: .5rem; align-items: center; min-height: 2.75rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: .75rem; }
.buttons form { margin: 0; }
.chips { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: 1rem; }
.chips a { padding: .35rem .9rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--card); text-decoration: none; }
.chips a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.message { border: 2px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; margin-bottom: 1rem; background: var(--card); }
.message.good { border-color: var(--good); }
.message.bad { border-color: var(--bad); }
.plain { list-style: none; padding: 0; margin: 0; }
.plain > li { border-bottom: 1px solid var(--line); }
.plain > li > a { display: block; padding: .7rem 0; text-decoration: none; color: var(--ink); }
.plain > li > a:hover { text-decoration: underline; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
iframe { width: 100%; height: 22rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }
pre { white-space: pre-wrap; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; font: .95rem/1.5 ui-monospace, monospace; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
