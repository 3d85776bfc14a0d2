/**
 * The page's style sheet: dark and light, phone and desk, no network.
 *
 * A verdict is told by a word and a mark as well as by its colour.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1d2330, #e8eaf0); --soft: light-dark(#5a6375, #a7afc0); --paper: light-dark(#fff, #14171f);
  --card: light-dark(#f4f6fa, #1d222d); --line: light-dark(#cfd6e3, #3a4252);
  --good: light-dark(#0b6b3a, #5fd39a); --bad: light-dark(#b3261e, #ff9a91); --open: light-dark(#7a5200, #f0c060); --link: light-dark(#0a4fb3, #8ab8ff);
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: var(--paper) }
h1 { font-size: 1.6rem; margin: 0 0 .25rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
a { color: var(--link) } .soft { color: var(--soft) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px }
progress { width: 100%; height: .75rem; accent-color: var(--good) }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .35rem .5rem; border-bottom: 1px solid var(--line) }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
details { border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; background: var(--card) }
summary { cursor: pointer; padding: .5rem .75rem; display: flex; gap: .75rem; align-items: baseline; flex-wrap: wrap }
summary .name { flex: 1 1 14rem } details > div { padding: 0 .75rem .75rem }
.verdict { font-weight: 600 } .passed { color: var(--good) } .failed { color: var(--bad) } .open { color: var(--open) } .waiting { color: var(--soft) }
pre { overflow-x: auto; padding: .6rem; border-radius: 6px; background: var(--paper); border: 1px solid var(--line); font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere }
.strip { width: 100%; height: 3.5rem } .strip text { font-size: 11px; fill: var(--text) } .strip line { stroke: var(--line) }
.strip .limit { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 4 3 } .strip .value { fill: var(--text) } .strip .noise { stroke: var(--text); stroke-width: 4; opacity: .35 }
.memory text { font: 12px ui-monospace, monospace; fill: var(--text) } .memory .address { fill: var(--soft) }
.memory .cell { fill: var(--paper); stroke: var(--line) } .memory .picked { stroke: var(--good); stroke-width: 3 }
.memory .extra { stroke: var(--bad); stroke-width: 3 } .memory .missing { stroke: var(--open); stroke-width: 3 }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`;
