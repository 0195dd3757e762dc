/** Plain and grey-blue, as officers' systems are; nobody should take it for the residents' pages. */
export const style = `
:root { --ground: #eef1f4; --card: #fff; --ink: #18222d; --soft: #52606e; --line: #c9d1d9; --accent: #1d4f76; --good: #14633a; --bad: #9a1f1f; --note: #fff4d6; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; }
header { background: var(--accent); color: #fff; padding: .5rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; }
header a { color: #fff; padding: .5rem 0; } .brand { font-weight: 700; text-decoration: none; font-size: 1.1rem; }
header form { display: flex; gap: .5rem; align-items: center; margin: 0 0 0 auto; } header label { margin: 0; font-weight: 400; }
header select { width: auto; } header button { background: #fff; color: var(--accent); border-color: #fff; }
main { max-width: 72rem; margin: 0 auto; padding: 1.25rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0 .75rem; } h2 { font-size: 1.2rem; margin: 0 0 .5rem; } h3 { font-size: 1.08rem; margin: 1.5rem 0 .25rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); color: var(--accent); }
p { margin: 0 0 .75rem; max-width: 46rem; } a { color: var(--accent); }
.soft { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem; align-items: start; }
@media (max-width: 52rem) { .columns { grid-template-columns: minmax(0, 1fr); } header form { margin-left: 0; } }
table { border-collapse: collapse; width: 100%; background: var(--card); } .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; }
th, td { text-align: left; padding: .6rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top; } th { color: var(--soft); font-weight: 600; font-size: .92rem; }
.tag { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; border: 1px solid var(--line); background: var(--ground); font-size: .92rem; white-space: nowrap; }
.tag.protected { background: var(--bad); color: #fff; border-color: var(--bad); } .tag.answered, .tag.new { border-color: var(--accent); color: var(--accent); font-weight: 600; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: .3rem 1rem; margin: 0 0 .75rem; } dt { color: var(--soft); } dd { margin: 0; }
.answers dt { grid-column: 1 / -1; color: var(--ink); font-weight: 600; margin-top: .5rem; } .answers dd { grid-column: 1 / -1; }
.answers .text { font-weight: 400; color: var(--soft); display: block; }
label, legend { display: block; font-weight: 600; margin: .75rem 0 .25rem; } fieldset { border: 0; padding: 0; margin: 0; }
.hint { font-weight: 400; color: var(--soft); display: block; }
input, select, textarea { font: inherit; width: 100%; padding: .5rem .6rem; border: 1px solid var(--soft); border-radius: .3rem; background: #fff; color: var(--ink); }
input[type=date], input[type=number] { width: 12rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1rem; border-radius: .3rem; border: 2px solid var(--accent); background: var(--accent); color: #fff; cursor: pointer; margin-top: .75rem; }
header button { margin: 0; min-height: 2.25rem; } button.second { background: transparent; color: var(--accent); }
summary { cursor: pointer; font-weight: 600; padding: .4rem 0; }
.message { border: 2px solid var(--line); border-radius: .4rem; padding: .7rem 1rem; margin-bottom: 1rem; background: var(--card); } .message.bad { border-color: var(--bad); } .message.note { background: var(--note); }
.waiting { color: #7a4b00; } .refused { color: var(--bad); } .sent { color: var(--good); }
ul { padding-left: 1.2rem; margin: 0 0 .75rem; } .plain { list-style: none; padding: 0; } .plain li { padding: .25rem 0; }
nav.filter { display: flex; gap: 1rem; margin-bottom: .75rem; } nav.filter [aria-current] { font-weight: 700; text-decoration: none; color: var(--ink); }
:focus-visible { outline: 3px solid #d98a00; outline-offset: 2px; }
`;
