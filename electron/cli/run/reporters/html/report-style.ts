/** The look of the report: system fonts, both themes, nothing that is loaded. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --ground: #f8f8fa; --raised: #fff; --line: #e3e4e8; --text: #1a1c21; --quiet: #555a66; --select: #ebebfb;
  --good: #14703d; --bad: #b3261e; --warn: #8a5300; --accent: #4c4cc8; --bad-ground: #fdecea; --person: #5151cd;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #17181c; --raised: #1f2126; --line: #32353d; --text: #e8e9ec; --quiet: #a6abb6; --select: #2b2c4a;
    --good: #6cc993; --bad: #ff9d94; --warn: #e5b567; --accent: #a9a9f5; --bad-ground: #3a2322; --person: #4d4db8;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 13px/20px system-ui, sans-serif; }
main, header { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 32px; padding-bottom: 16px; }
h1 { margin: 0 0 4px; font-size: 18px; line-height: 24px; font-weight: 600; }
h2 { margin: 24px 0 8px; font-size: 15px; font-weight: 600; }
h3 { margin: 16px 0 6px; font-size: 12px; font-weight: 600; color: var(--quiet); }
p { margin: 0; color: var(--quiet); }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .quiet { color: var(--quiet); }
details { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 6px; }
summary { display: flex; gap: 8px; align-items: baseline; padding: 7px 12px; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .name { flex: 1; min-width: 0; overflow-wrap: anywhere; font-weight: 500; }
summary:focus-visible, a:focus-visible, .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 8px; }
.inside { border-top: 1px solid var(--line); padding: 8px 12px 12px; }
.inside > h3:first-child, .sides h3 { margin-top: 0; }
.inside details { background: var(--ground); }
.mark { flex: none; width: 16px; font-weight: 700; }
.took { min-width: 56px; color: var(--quiet); text-align: right; font-variant-numeric: tabular-nums; }
.missing { margin-top: 12px; padding: 8px 12px; background: var(--bad-ground); border-radius: 8px; }
.missing p { display: flex; gap: 8px; color: var(--bad); }
.missing p > span:last-child { min-width: 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 12px; }
th { text-align: left; font-weight: 500; color: var(--quiet); }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.short, th.short { white-space: nowrap; overflow-wrap: normal; }
td.flow { min-width: 160px; }
tr { scroll-margin-top: 96px; }
tr:target, .failed { background: var(--bad-ground); }
tr:last-child td { border-bottom: 0; }
pre, code, .mono { font: 12px/18px ui-monospace, monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin: 4px 0 8px 24px; }
.sides > div { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 6px 8px; min-width: 0; }
.expectation { display: flex; gap: 8px; }
.expectation > span:last-child { min-width: 0; overflow-wrap: anywhere; }
.chat { margin-bottom: 16px; display: flex; flex-direction: column; gap: 6px; max-width: 640px; }
.chat > div { max-width: 85%; padding: 5px 10px; border-radius: 10px; white-space: pre-wrap; overflow-wrap: anywhere; }
.bot { align-self: flex-start; background: var(--ground); border: 1px solid var(--line); }
.person { align-self: flex-end; background: var(--person); color: #fff; }
.between { align-self: center; color: var(--quiet); font-size: 12px; }
footer { max-width: 1120px; margin: 24px auto; padding: 0 24px; color: var(--quiet); font-size: 12px; }
@media print { details { break-inside: avoid; } }
`;
