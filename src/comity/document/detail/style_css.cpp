#include "comity/document/detail/html_writer.hpp"

namespace comity::document {

// One set of custom properties for light and dark; print is always light. The two hues differ in lightness as well, so
// that they are told apart in grey and by colour-blind readers; names and labels carry the meaning beside them.
const std::string_view style_css = R"CSS(:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1d20; --soft: #565c63; --rule: #d8dbdf; --grid: #e6e8eb; --wash: #f5f6f7;
  --a: #0a4c92; --b: #b4580a; --other: #5f666d; --land: #e4e5e2; --sea: #f3f7fa; --coast: #b9bdbb; --link: #0a4c92;
  --warn: #8a4b00; --mark: #fff3c4;
  --text: Charter, "Bitstream Charter", "Source Serif 4", "Iowan Old Style", Cambria, Georgia, "Liberation Serif", "Noto Serif", serif;
  --sans: -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --measure: 66ch;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --ink: #e4e6e8; --soft: #a3aab1; --rule: #363b41; --grid: #2a2f34; --wash: #1d2125;
    --a: #8fc2f5; --b: #e89a52; --other: #aab1b8; --land: #2d3237; --sea: #191e23; --coast: #4a5158; --link: #8fc2f5;
    --warn: #f0b866; --mark: #4a3f12;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 var(--text); overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 2; }
.hue-a { --hue: var(--a); } .hue-b { --hue: var(--b); } .hue-none { --hue: var(--other); }

.top, .page { margin: 0 auto; padding: 0 1.25rem; max-width: calc(var(--measure) + 2.5rem); }
.top { padding-top: 1.75rem; }
.brand { font: 600 0.8125rem/1.4 var(--sans); color: var(--soft); margin: 0 0 1.25rem; display: flex; justify-content: space-between; }
.brand a { color: inherit; text-decoration: none; }
.brand .profile { font-weight: 400; }
h1 { font: 700 2.375rem/1.15 var(--text); letter-spacing: -0.01em; margin: 0; text-wrap: balance; }
h1 .name { border-bottom: 0.11em solid var(--hue); padding-bottom: 0.02em; }
h1 .and { font-weight: 400; color: var(--soft); }
.swap { font: 0.875rem/1.4 var(--sans); margin: 0.75rem 0 0; }
.swap a { display: inline-block; border: 1px solid var(--rule); border-radius: 4px; padding: 0.2rem 0.6rem; text-decoration: none; }
.subtitle { color: var(--soft); font-size: 1.125rem; margin: 0.7rem 0 0; }
.edition { font: 0.8125rem/1.4 var(--sans); color: var(--soft); margin: 0.5rem 0 0; }

.page > nav { font: 0.875rem/1.35 var(--sans); margin: 1.25rem 0 0; border-block: 1px solid var(--rule); }
.page > nav ol { list-style: none; margin: 0; padding: 0.15rem 0; display: flex; gap: 0 1.1rem; overflow-x: auto; scrollbar-width: thin; }
.page > nav li { white-space: nowrap; flex: none; }
.page > nav .level-2 { display: none; }
.page > nav a { display: block; padding: 0.55rem 0; color: var(--soft); text-decoration: none; }
.page > nav a:hover { color: var(--ink); }
.page > nav a[aria-current] { color: var(--ink); font-weight: 600; }

main { min-width: 0; outline: none; padding-bottom: 4rem; }
h2 { font: 700 1.5rem/1.25 var(--text); margin: 2.75rem 0 0.75rem; padding-top: 0.6rem; border-top: 2px solid var(--ink); }
h3 { font: 700 1.1875rem/1.3 var(--text); margin: 2rem 0 0.5rem; }
h4, h5, h6 { font: 700 1rem/1.3 var(--text); margin: 1.5rem 0 0.4rem; }
.anchor { margin-left: 0.4em; color: var(--soft); text-decoration: none; font-weight: 400; opacity: 0; }
h2:hover .anchor, h3:hover .anchor, .anchor:focus { opacity: 1; }
p { margin: 0 0 0.85rem; hanging-punctuation: first; text-wrap: pretty; }
ul { margin: 0 0 0.85rem; padding-left: 1.15rem; }
li { margin: 0.2rem 0; }
dl { margin: 0 0 1rem; }
dl > div { border-top: 1px solid var(--rule); padding: 0.45rem 0; }
dt { font: 600 0.875rem/1.55 var(--sans); color: var(--soft); }
dd { margin: 0; }
.figure { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.gap-line { color: var(--soft); font-style: italic; }
.badge { margin-inline: 0.12em; font: 0.75rem/1.3 var(--sans); color: var(--soft); border: 1px solid var(--rule); border-radius: 3px; padding: 0.03rem 0.3rem; white-space: nowrap; vertical-align: 0.08em; }
.badge.age { border-style: solid; border-color: var(--soft); }
.badge.warning { color: var(--warn); border-color: var(--warn); font-weight: 600; }
.badge.absence { border-style: dotted; border-color: var(--soft); }
.badge.estimate { border-style: dashed; border-color: var(--soft); }
.mark { font: 0.6875rem/0 var(--sans); vertical-align: 0.45em; white-space: nowrap; margin-left: 0.1em; }
.mark a { text-decoration: none; padding: 0.2em 0.05em; }
.mark a:hover { text-decoration: underline; }
:target { background: var(--mark); }
section:target, figure:target { background: none; }

.scroll { overflow-x: auto; margin: 0.25rem 0 1.25rem; }
table { border-collapse: collapse; font: 0.875rem/1.4 var(--sans); font-variant-numeric: lining-nums tabular-nums; min-width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.35rem; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid var(--grid); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; color: var(--soft); border-bottom: 1px solid var(--soft); vertical-align: bottom; }
.unit { font-weight: 400; font-size: 0.8125rem; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
thead .number, .number.words { white-space: normal; } .number.words { min-width: 6.5em; font-size: 0.8125rem; } td:not(.number) { min-width: 7em; }
.number .mark { display: inline-block; min-width: 2.7em; text-align: left; }
table:has(.number .mark) .number:not(:has(.mark)) { padding-right: calc(0.9rem + 1.95em); }
.fold { margin: 0.25rem 0 1.25rem; }
summary { font: 0.875rem/1.4 var(--sans); color: var(--link); cursor: pointer; padding: 0.3rem 0; }
.count { color: var(--soft); }
.fold[open] > summary { margin-bottom: 0.3rem; }

.chart { margin: 1.5rem 0 1rem; position: relative; }
figcaption { margin-bottom: 0.7rem; font-family: var(--sans); line-height: 1.35; }
.chart-title { display: block; font-weight: 600; font-size: 1rem; }
.chart-subtitle { font-size: 0.875rem; color: var(--soft); }
.chart-note, .source-line { font: 0.8125rem/1.45 var(--sans); color: var(--soft); margin: 0.45rem 0 0; }
.drawing { display: block; overflow: visible; font-family: var(--sans); }
.drawing.map, .drawing.timeline { width: 100%; height: auto; overflow: hidden; }
.narrow { display: none; }
.defs { position: absolute; }
.drawing text { fill: var(--ink); }
.drawing text.tick { font-size: 11.5px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.tick, .place, .country, .gap-word, .break-word, .point-label, .event, .event-date { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.grid { stroke: var(--grid); } .zero, .axis { stroke: var(--soft); } .tick-mark { stroke: var(--soft); }
.line { fill: none; stroke: var(--hue); stroke-width: 2px; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.dashed { stroke-dasharray: 5 4; }
.band { fill: var(--hue); opacity: 0.13; }
.dot { fill: var(--hue); } .dot.last { stroke: var(--paper); stroke-width: 1px; }
.suspect { fill: var(--paper); stroke: var(--hue); stroke-width: 1.6px; }
.hit { fill: transparent; } .hit:hover { stroke: var(--soft); }
.gap { stroke: var(--hue); stroke-width: 2px; stroke-dasharray: 1.5 3; }
.drawing text.gap-word { font-size: 10.5px; fill: var(--soft); }
.break { stroke: var(--soft); stroke-dasharray: 2 2; }
.drawing text.break-word { font-size: 11px; fill: var(--soft); }
.leader { stroke: var(--soft); stroke-width: 0.75px; opacity: 0.6; }
.drawing text.label-value { font-size: 13px; font-weight: 600; fill: var(--hue); }
.drawing text.label-name { font-size: 11.5px; fill: var(--hue); }
.drawing text.point-label { font-size: 11.5px; }
.bar { fill: var(--hue); } .bar.plain { opacity: 0.72; }
.drawing text.bar-name { font-size: 13px; } .drawing text.strong { font-weight: 600; }
.drawing text.bar-value { font-size: 12.5px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.sea { fill: var(--sea); } .sea.edge { stroke: var(--coast); }
.land { fill: var(--land); stroke: var(--coast); stroke-width: 0.7px; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.land.hue-a, .land.hue-b { fill: color-mix(in srgb, var(--hue) 30%, var(--paper)); stroke: var(--hue); }
.land.seamed { stroke: none; } .land-edge { fill: none; stroke: var(--coast); } .land-edge.hue-a, .land-edge.hue-b { stroke: var(--hue); } .land-edge { stroke-width: 0.7px; vector-effect: non-scaling-stroke; }
.disputed { stroke: var(--soft); stroke-width: 0.7px; stroke-linejoin: round; stroke-dasharray: 3 2; vector-effect: non-scaling-stroke; }
.hatch-ground { fill: var(--land); } .hatch-line { stroke: var(--soft); stroke-width: 1.6px; }
.finder { fill: none; stroke: var(--hue); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.sign { fill: var(--hue); stroke: var(--paper); stroke-width: 1px; }
.sign.hollow { fill: var(--paper); stroke: var(--hue); stroke-width: 1.8px; }
.sign.stroke { fill: none; stroke: var(--hue); stroke-width: 2.2px; }
.drawing text.country { font-size: 14px; font-weight: 700; fill: var(--hue); letter-spacing: 0.04em; }
.drawing text.place { font-size: 12.5px; }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: 0.15rem 1.1rem; padding: 0; margin: 0.5rem 0 0; font: 0.8125rem/1.45 var(--sans); color: var(--soft); }
.key svg { vertical-align: -2px; overflow: visible; }
.stem { stroke: var(--rule); }
.span { fill: var(--hue); opacity: 0.55; }
.drawing text.event-date { font-size: 11px; fill: var(--soft); } .drawing text.event { font-size: 12px; }
.events { font: 0.875rem/1.45 var(--sans); margin: 0; }
.events > div { padding: 0.3rem 0; }

.side { display: none; }
.notes { font: 0.8125rem/1.5 var(--sans); }
.notes .lead { color: var(--soft); }
.source { margin: 0 0 1rem; }
.source-head { margin: 0 0 0.15rem; }
cite { font-style: normal; font-weight: 600; }
.address { color: var(--soft); display: none; } .terms { color: var(--soft); }
.places { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--soft); }
.places li { margin: 0; max-width: 100%; }
.note-number { font-weight: 600; color: var(--ink); font-variant-numeric: tabular-nums; }
.back { text-decoration: none; padding: 0 0.15em; font-weight: 600; }

@media (min-width: 36rem) {
  dl > div { position: relative; min-height: 2.55rem; } dl > .long { min-height: 3.7rem; }
  dt { position: absolute; left: 0; width: 9rem; line-height: 1.35; padding-top: 0.2rem; }
  dd { margin-left: 9.5rem; }
  .events > div { min-height: 1.9rem; } .events > .long { min-height: 3.1rem; }
  .events dt { line-height: 1.45; padding-top: 0; }
}
@media (max-width: 35.99rem) {
  h1 { font-size: 1.875rem; }
  .narrow { display: block; } .wide { display: none; }
}
@media screen and (min-width: 66rem) {
  :root { --notes: 15rem; }
  .top, .page { max-width: calc(var(--measure) + var(--notes) + 4.5rem); }
  .top { padding-right: calc(var(--notes) + 3.25rem); }
  main { padding-right: calc(var(--notes) + 2rem); }
  .side { display: block; float: right; clear: right; width: var(--notes); margin: 0.25rem calc(-1 * var(--notes) - 2rem) 0.9rem 0; font: 0.75rem/1.42 var(--sans); color: var(--soft); text-align: left; overflow-wrap: anywhere; }
  .side-source { display: block; margin-bottom: 0.3rem; } .side-source b { color: var(--ink); }
  .side-place { display: block; opacity: 0.85; }
}
@media screen and (min-width: 84rem) {
  .top, .page { max-width: calc(var(--measure) + var(--notes) + 18.5rem); }
  .top { padding-left: calc(1.25rem + 14rem); }
  .page { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 3rem; }
  .page > nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; margin: 2.75rem 0 0; border: 0; padding: 0.5rem 0; scrollbar-width: thin; }
  .page > nav ol { display: block; overflow: visible; } .page > nav li { white-space: normal; }
  .page > nav .level-2 { display: block; padding-left: 0.9rem; } .page > nav a { padding: 0.2rem 0; } .page > nav .level-2 a { font-size: 0.8125rem; }
}
@media print {
  :root {
    color-scheme: light; --paper: #fff; --ink: #000; --soft: #444a50; --rule: #bbb; --grid: #ddd; --wash: #fff; --a: #0a4c92; --b: #b4580a;
    --other: #555b61; --land: #e4e5e2; --sea: #fff; --coast: #aaa; --link: #000; --warn: #6b3a00; --mark: transparent;
  }
  @page { size: A4; margin: 15mm 18mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
  html { font-size: 9.4pt; } html.profile-brief { font-size: 7.7pt; }
  body { line-height: 1.42; }
  .top, .page { max-width: none; padding: 0; }
  .page > nav, .skip, .swap, .anchor, .back, .hit { display: none; }
  a { text-decoration: none; }
  h2 { margin: 1.7rem 0 0.5rem; padding-top: 0.35rem; border-top-width: 1.2pt; } h3 { margin: 1.1rem 0 0.35rem; }
  h2, h3, h4, figcaption, summary { break-after: avoid; }
  figure, tr, dl > div, .source-head { break-inside: avoid; }
  p { orphans: 3; widows: 3; margin-bottom: 0.6rem; }
  dl > div { padding: 0.2rem 0; min-height: 0; } dl > .long { min-height: 2.9rem; } dt { padding-top: 0.1rem; }
  thead { display: table-header-group; } .scroll { overflow: visible; margin-bottom: 0.8rem; }
  th, td { padding-block: 0.12rem; }
  details:not([open]) { display: none; } .fold[open] > summary { list-style: none; color: var(--ink); font-weight: 600; }
  .events > div { border: 0; padding: 0.05rem 0; min-height: 0; }
  .chart { margin: 1rem 0 0.8rem; } .drawing.lines, .drawing.bars { zoom: 0.9; } .narrow { display: none; } .wide { display: block; }
  .drawing { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .drawing.map { width: auto; max-width: 100%; height: auto; max-height: 320px; }
  .notes { font-size: 0.75rem; line-height: 1.35; } .address { display: inline; }
  .source { margin-bottom: 0.45rem; }
  @page brief { margin: 10mm 14mm 11mm; } .profile-brief body { page: brief; line-height: 1.28; }
  .profile-brief p { margin-bottom: 0.3rem; } .profile-brief li { margin-bottom: 0.1rem; } .profile-brief dl > div { padding: 0.12rem 0; } .profile-brief dl > .long { min-height: 0; }
  .profile-brief #sources, .profile-brief .chart-note, .profile-brief .source-line { display: none; } .profile-brief .notes .lead::after { content: none; }
  .profile-brief .brand { margin-bottom: 0.5rem; } .profile-brief h1 { font-size: 2rem; } .profile-brief .subtitle { display: none; }
  .profile-brief h2 { font-size: 1.2rem; margin: 0.6rem 0 0.2rem; padding-top: 0.25rem; } .profile-brief h3 { margin: 0.4rem 0 0.15rem; }
  .profile-brief .drawing.lines, .profile-brief .drawing.bars { zoom: 0.57; } .profile-brief .chart { margin: 0.3rem 0 0.2rem; } .profile-brief .chart figcaption, .profile-brief .chart p { font-size: 0.72rem; line-height: 1.2; margin: 0.1rem 0; } .profile-brief td:first-child, .profile-brief tbody th, .profile-brief th.number, .profile-brief .number.words { white-space: nowrap; } .profile-brief th, .profile-brief td { font-size: 0.74rem; padding-block: 0.06rem; } .profile-brief .drawing.map { max-height: 205px; }
  .profile-brief details { display: none; }
  .profile-brief .notes { columns: 4; column-gap: 4mm; font-size: 0.66rem; line-height: 1.15; margin-top: 0.3rem; }
  .profile-brief .places { display: inline; padding: 0; } .profile-brief .places li { display: inline; } .profile-brief .places .at, .profile-brief .address, .profile-brief .terms { display: none; }
  .profile-brief .source-head { display: inline; } .profile-brief .source a::after { content: none; }
  .profile-brief .notes .lead { display: none; } .profile-brief .source { margin-bottom: 0.15rem; }
}
)CSS";

}  // namespace comity::document
