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
  --good: light-dark(#0b6b3a, #5fd39a); --bad: light-dark(#b3261e, #ff9a91); --open: light-dark(#7a5200, #f0c060); --link: light-dark(#0a4fb3, #8ab8ff); --heat: light-dark(#8c2d04, #ffb070);
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
summary .name { flex: 1 1 8rem } summary::before { content: "▸" / ""; color: var(--soft) } details[open] > summary::before { content: "▾" / "" } summary::-webkit-details-marker { display: none } details > div { padding: 0 .75rem .75rem }
.verdict { font-weight: 600 } .passed { color: var(--good) } .failed { color: var(--bad) } .open { color: var(--open) } .waiting { color: var(--soft) }
pre { overflow-x: auto; padding: .6rem; border-radius: 6px; background: var(--paper); border: 1px solid var(--line); font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere }
.whole { height: 1rem; margin: .5rem 0 } header p { margin: .25rem 0 } .hints { color: var(--soft); border: 1px solid var(--line); border-radius: 999px; padding: 0 .6rem; font-size: .875rem }
h3 { overflow-wrap: anywhere } figure { margin: .75rem 0 } figcaption { margin-bottom: .25rem }
.strip { width: 100%; max-width: 32rem; height: auto; display: block; margin: .25rem 0 } .strip text { font-size: 14px; fill: var(--soft) } .strip .strong { fill: var(--text); font-weight: 600 }
.strip .axis { stroke: var(--line); stroke-width: 2 } .strip .good { fill: var(--good); opacity: .12 } .strip .limit { stroke: var(--bad); stroke-width: 3; stroke-dasharray: 5 3 }
.strip .value { fill: var(--link); stroke: var(--card); stroke-width: 2 } .strip .other { fill: var(--soft) } .strip .noise { fill: var(--link); opacity: .35 }
.picture { border: 1px solid var(--line); border-radius: 8px; padding: .75rem; background: var(--paper) }
.sides { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: center } .scroll { overflow-x: auto; max-width: 100% }
.facts { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin: 0; font-size: .9375rem } .facts dt { color: var(--soft) } .facts dd { margin: 0; font-family: ui-monospace, monospace }
.values { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); padding: .6rem .75rem; margin: .5rem 0 } .values dd { overflow-wrap: anywhere }
.more { background: none; border-style: dashed } .more > summary { color: var(--soft) }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; margin: .5rem 0 0 } .keys span { display: inline-flex; gap: .4rem; align-items: center }
.memory { display: block } .memory text { font: 13px ui-monospace, monospace; fill: var(--text) } .memory .address { fill: var(--soft); font-size: 11px }
.memory .cell { fill: var(--card); stroke: var(--line) } .memory .picked { fill: color-mix(in srgb, var(--good) 18%, var(--paper)); stroke: var(--good); stroke-width: 2.5 }
.memory .extra { fill: color-mix(in srgb, var(--bad) 14%, var(--paper)); stroke: var(--bad); stroke-width: 2.5 } .memory .cross { stroke: var(--bad); stroke-width: 1.5; opacity: .5 }
.memory .missing { fill: color-mix(in srgb, var(--open) 10%, var(--paper)); stroke: var(--open); stroke-width: 2.5; stroke-dasharray: 5 3 } .memory .outside { fill: none }
.heat { display: block; max-width: 100%; height: auto } .heat-0 { fill: var(--line); opacity: .45 } .heat-1 { fill: color-mix(in srgb, var(--heat) 30%, var(--card)) } .heat-2 { fill: color-mix(in srgb, var(--heat) 48%, var(--card)) }
.heat-3 { fill: color-mix(in srgb, var(--heat) 65%, var(--card)) } .heat-4 { fill: color-mix(in srgb, var(--heat) 82%, var(--card)) } .heat-5 { fill: var(--heat) } .heats figcaption { font-size: .875rem; margin-top: .35rem }
td:has(progress) { width: 45% }
@media (max-width: 40rem) { th, td { overflow-wrap: anywhere; hyphens: auto; padding: .3rem .25rem; font-size: .875rem } td.number, th.number { hyphens: none } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`;
