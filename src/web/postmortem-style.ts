/** Kinds are told by their names; the colours only help the eye. */
export const POSTMORTEM_STYLE = `
:root {
  --paper: #fdfdfb; --raised: #f5f4f0; --ink: #1d2025; --quiet: #62666e; --line: #dfddd6; --link: #14558f;
  --notice: #fdf3d8; --notice-ink: #6b4a00; --impact: #f7e3de;
  --amber: #8f5500; --grey: #8b8f97; --violet: #7446b8; --blue: #1f6fb8; --red: #b8352a; --green: #23804a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --raised: #1f2227; --ink: #e6e4df; --quiet: #a0a4ac; --line: #353940; --link: #86bdf2;
    --notice: #33290f; --notice-ink: #f0cf85; --impact: #3a2220;
    --amber: #e0a44a; --grey: #7d828b; --violet: #b493ea; --blue: #6fb1ee; --red: #ef857a; --green: #6cc491;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
main, footer { max-width: 48rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-top: 3rem; }
footer { padding-top: 3rem; padding-bottom: 3rem; color: var(--quiet); font-size: .8125rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: .25rem 0 .875rem; font-size: clamp(1.625rem, 1.2rem + 2vw, 2.25rem); letter-spacing: -.018em; }
h2 { margin: 0 0 .75rem; font-size: 1.25rem; letter-spacing: -.008em; }
h3 { margin: 1.5rem 0 .375rem; font-size: .9375rem; }
h2 + h3 { margin-top: 0; }
p, ul, ol, dl { margin: 0 0 .75rem; }
section { margin-top: 2.25rem; padding-top: 1.75rem; border-top: 1px solid var(--line); }
.name { margin: 0; color: var(--quiet); font-size: .875rem; font-weight: 600; letter-spacing: .02em; }
.tags { display: flex; flex-wrap: wrap; gap: .375rem; margin-bottom: 1.5rem; padding: 0; list-style: none; }
.tags li { padding: .0625rem .625rem; border: 1px solid var(--line); border-radius: 99px; background: var(--raised); font-size: .8125rem; font-weight: 600; }
.notice { margin-top: 1.25rem; padding: .625rem .875rem; border-radius: .375rem; background: var(--notice); }
.notice, .notice a { color: var(--notice-ink); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gap { color: var(--quiet); font-style: italic; }
.prose ul { padding-left: 1.25rem; }
img { display: block; max-width: 100%; max-height: 24rem; margin: .375rem 0; border: 1px solid var(--line); border-radius: .375rem; }
.files { margin: .25rem 0; padding: 0; list-style: none; font-size: .875rem; }
code { font: .875em/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { margin: .375rem 0 .75rem; padding: .625rem .75rem; white-space: pre-wrap; border-radius: .375rem; background: var(--raised); }
.facts > div { display: grid; grid-template-columns: 7rem 1fr; gap: 1.25rem; padding: .1875rem 0; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; }
.events { padding: 0; list-style: none; }
.event { --kind: var(--grey); position: relative; display: grid; grid-template-columns: 10.5rem 1fr; gap: 1.75rem; padding-bottom: 1rem; }
.event::before { content: ""; position: absolute; left: 11.0625rem; top: .5rem; width: .625rem; height: .625rem; border-radius: 50%; background: var(--kind); }
.event::after { content: ""; position: absolute; left: 11.34375rem; top: 1.3125rem; bottom: -.25rem; width: 1px; background: var(--line); }
.event:last-child { padding-bottom: .25rem; }
.event:last-child::after { display: none; }
.event time { font-size: .875rem; font-variant-numeric: tabular-nums; line-height: 1.6rem; }
.event .utc { display: block; color: var(--quiet); font-size: .8125rem; line-height: 1.3; }
.event .kind { display: block; color: var(--kind); font-size: .8125rem; font-weight: 600; line-height: 1.6rem; }
.event .who { display: block; color: var(--quiet); font-size: .8125rem; }
.event.automatic { --kind: var(--quiet); color: var(--quiet); }
.event.automatic::before, .event.misleading-path::before, .event.note::before { border: 2px solid var(--grey); background: var(--paper); }
.folded summary { cursor: pointer; line-height: 1.6rem; }
.folded .events { margin-top: .5rem; }
.folded .event { display: block; padding-bottom: .25rem; font-size: .875rem; }
.folded .event :is(.what, .kind, .who, .utc) { display: inline; }
.folded .event::before, .folded .event::after { display: none; }
.event.detected { --kind: var(--amber); }
.event.misleading-path, .event.note, .event.investigation, .event.decision { --kind: var(--quiet); }
.event.escalation, .event.communication { --kind: var(--violet); }
.event.mitigation { --kind: var(--blue); }
.event.cause-found { --kind: var(--red); }
.event.resolution { --kind: var(--green); }
.picture { margin: 0 0 1.5rem; break-inside: avoid; }
.picture svg { display: block; overflow: visible; }
.picture figcaption { color: var(--quiet); font-size: .8125rem; }
.picture text { fill: var(--ink); font-size: 12px; font-variant-numeric: tabular-nums; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.picture .tick { fill: var(--quiet); }
.picture .lane-name { stroke: none; }
.picture .impact { fill: var(--impact); }
.picture .grid { stroke: var(--line); }
.picture line.milestone { stroke: var(--quiet); stroke-opacity: .6; stroke-dasharray: 2 2; }
.picture text.milestone { font-weight: 600; }
.lane { --kind: var(--quiet); fill: var(--kind); stroke: var(--kind); stroke-width: 1.5px; }
.lane:is(.misleading-path, .note, .other, .resolution) use { fill: none; stroke-width: 2.25px; }
.lane.detected { --kind: var(--amber); }
.lane:is(.escalation, .communication) { --kind: var(--violet); }
.lane.mitigation { --kind: var(--blue); }
.lane.cause-found { --kind: var(--red); }
.lane.resolution { --kind: var(--green); }
.said { padding: 0; list-style: none; }
.said li { padding: .25rem 0; }
.said .reply { margin-left: 1.5rem; padding-left: .75rem; border-left: 2px solid var(--line); }
.said time, .said .utc { color: var(--quiet); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.scroll { margin: 0 0 .75rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.45; }
th { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); color: var(--quiet); font-size: .8125rem; font-weight: 600; text-align: left; }
td { min-width: 5rem; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; font-variant-numeric: tabular-nums; }
.from { color: var(--quiet); font-size: .8125rem; }
td[data-column="Due"], td[data-column="Priority"] { white-space: nowrap; }
td[data-column="What"] { width: 38%; }
td[data-column="Done when"] { width: 28%; }
td[data-column="When"], td[data-column="Answered"] { min-width: 10.5rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .75rem; padding: 0; list-style: none; }
.figures li { padding: .875rem 1rem; border-radius: .5rem; background: var(--raised); }
.figures h3 { margin: 0; color: var(--quiet); font-size: .8125rem; }
.figures .length { margin: 0 0 .25rem; font-size: 1.375rem; font-weight: 600; letter-spacing: -.01em; }
.figures .length.unknown { color: var(--quiet); font-size: 1.125rem; }
.figures .ends { margin: 0 0 .25rem; font-size: .8125rem; font-variant-numeric: tabular-nums; }
.figures .definition { margin: 0; color: var(--quiet); font-size: .8125rem; }
.findings { padding: 0; list-style: none; }
.findings li { padding: .375rem 0; }
.findings a { font-weight: 600; }
.findings small { color: var(--quiet); font-size: .8125rem; }
@media (max-width: 40rem) {
  main { padding-top: 1.75rem; }
  .facts > div { grid-template-columns: 6.5rem 1fr; gap: .75rem; }
  .event { display: block; padding-left: 1.5rem; }
  .event::before { left: 0; }
  .event::after { left: .28125rem; }
  .event .utc { display: inline; font-size: inherit; }
  .event time { color: var(--quiet); font-size: .8125rem; }
  table, tbody, tr, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .625rem 0; border-bottom: 1px solid var(--line); }
  td[data-column] { width: auto; min-width: 0; white-space: normal; overflow-wrap: anywhere; }
  td { display: grid; grid-template-columns: 6.5rem 1fr; gap: .75rem; padding: .125rem 0; border: 0; }
  td::before { content: attr(data-column); color: var(--quiet); font-size: .8125rem; line-height: 1.65; }
}
@media print {
  @page { margin: 18mm; }
  :root { --paper: #fff; --raised: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --notice: #fff; --notice-ink: #000; --impact: #eee; --amber: #8f5500; --grey: #8b8f97; --violet: #7446b8; --blue: #1f6fb8; --red: #b8352a; --green: #23804a; }
  body { font-size: 10.5pt; }
  main, footer { max-width: none; padding: 0; }
  section { margin-top: 1.25rem; padding-top: 1rem; }
  h2, h3 { break-after: avoid; }
  .event, tr, .figures li, .findings li { break-inside: avoid; }
  .notice, .figures li { border: 1px solid var(--line); }
}
`;
