/**
 * How the page looks: one column that reflows at 320 px and at 400 %, contrast of 4.5 : 1 and more in both colour schemes, focus that
 * is seen. Nothing moves. Colour says nothing that words do not say, too. What happened (`#said`) is seen wherever the page is scrolled
 * to, and covers nothing that has the focus; `heard` is told to screen readers only, because eyes read the same below.
 */
export const requestPageStyle = `
:root { color-scheme: light dark; --text: #1f1f1f; --ground: #fff; --quiet: #444746; --line: #747775; --main: #0b57d0; --on-main: #fff; --off: #e3e3e3; --on-off: #5e5e5e; }
@media (prefers-color-scheme: dark) { :root { --text: #e3e3e3; --ground: #131314; --quiet: #c4c7c5; --line: #8e918f; --main: #a8c7fa; --on-main: #062e6f; --off: #333537; --on-off: #b0b3b2; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 45rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
dl { margin: 0; }
dt { color: var(--quiet); font-size: 0.875rem; margin-top: 0.5rem; }
dd { margin: 0; white-space: pre-line; }
ul { padding-left: 1.25rem; margin: 0.5rem 0; }
ul.lines { list-style: none; padding: 0; }
ul.lines > li { border-top: 1px solid var(--line); padding: 0.75rem 0; }
p { margin: 0.25rem 0; }
.risks { border-left: 4px solid var(--line); padding-left: 2rem; }
.missing { font-weight: 600; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 1rem 0; align-items: center; }
button { font: inherit; min-height: 2.75rem; padding: 0.25rem 1.25rem; border: 1px solid var(--line); border-radius: 1.5rem; background: var(--ground); color: var(--main); cursor: pointer; }
button.main { background: var(--main); border-color: var(--main); color: var(--on-main); }
button:disabled { background: var(--off); border-color: var(--off); color: var(--on-off); cursor: default; }
textarea { font: inherit; width: 100%; box-sizing: border-box; min-height: 6rem; color: inherit; background: inherit; border: 1px solid var(--line); border-radius: 0.25rem; padding: 0.5rem; }
input[type=checkbox] { margin: 0; width: 1.25rem; height: 1.25rem; vertical-align: middle; }
label { display: block; margin: 1rem 0 0.5rem; }
:focus-visible { outline: 3px solid var(--text); outline-offset: 2px; }
h1:focus { outline: none; }
html { scroll-padding-top: 9rem; }
#said:not(:empty) { position: sticky; top: 0; border: 2px solid var(--text); background: var(--ground); padding: 0.5rem 0.75rem; border-radius: 0.25rem; }
#said.heard:not(:empty) { position: absolute; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
