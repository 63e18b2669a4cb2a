#include "comity/pages/detail/site_css.hpp"

namespace comity::pages {

const std::string_view site_css = R"CSS(
:root { --c: #2f7d4f; --d: #8a3b8f; --e: #4d4d4d; --f: #a3202f; }
@media (prefers-color-scheme: dark) { :root { --c: #7cc99a; --d: #d79bdc; --e: #c9c9c9; --f: #f08f98; } }
.hue-c { --hue: var(--c); } .hue-d { --hue: var(--d); } .hue-e { --hue: var(--e); } .hue-f { --hue: var(--f); }
body { display: flex; flex-direction: column; min-height: 100vh; }
body > .page, body > .top { width: 100%; }
h1 a.name { color: inherit; text-decoration: none; } h1 a.name:hover { color: var(--link); }
.site { border-bottom: 1px solid var(--rule); background: var(--wash); font: 0.875rem/1.4 var(--sans); }
.site-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.25rem; max-width: 84rem; margin: 0 auto; padding: 0.6rem 1.25rem; }
.site-name { margin: 0; font: 700 1.0625rem/1.4 var(--text); }
.site-name a { color: inherit; text-decoration: none; }
.site ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.1rem; margin: 0; padding: 0; }
.site li { margin: 0; }
.site-nav a, .languages a, .languages span { display: inline-block; padding: 0.3rem 0; color: var(--ink); text-decoration: none; }
.site-nav a:hover, .languages a:hover { text-decoration: underline; }
.site-nav a[aria-current], .languages span { font-weight: 600; box-shadow: inset 0 -2px 0 var(--ink); }
.languages { margin-left: auto; }
.search { display: flex; flex: 0 1 24rem; min-width: 12rem; }
.search label { flex: 1; }
input, select, textarea, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: 0.3rem 0.55rem; max-width: 100%; }
.search input { width: 100%; border-radius: 4px 0 0 4px; }
.search button { border-left: 0; border-radius: 0 4px 4px 0; }
button { cursor: pointer; background: var(--wash); } button:hover { border-color: var(--ink); }
textarea { width: 100%; font: 0.9375rem/1.5 var(--sans); }
textarea.code, code, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; font-size: 0.875rem; }
.site-footer { margin-top: auto; border-top: 1px solid var(--rule); font: 0.8125rem/1.5 var(--sans); color: var(--soft); }
.site-footer p { max-width: 84rem; margin: 0 auto; padding: 0.9rem 1.25rem; }
.site-footer a { margin-left: 0.9rem; color: inherit; }
.actions { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; margin: 0.9rem 0 0; padding: 0; list-style: none; font: 0.875rem/1.4 var(--sans); }
.actions li { margin: 0; }
.actions a, .actions li > span { display: inline-block; border: 1px solid var(--rule); border-radius: 4px; padding: 0.25rem 0.7rem; text-decoration: none; }
.actions li > span { border-color: var(--ink); color: var(--ink); font-weight: 600; }
.lead { color: var(--soft); max-width: var(--measure); }
.page.wide { max-width: 80rem; display: block; margin-top: 0.9rem; }
.page.wide > main { padding-right: 0; } .page.wide .side { display: none; }
.page.wide p, .page.wide ul:not(.plain), .page.wide dl { max-width: var(--measure); }
html:not([class]) .top, .site-wide .top { max-width: 80rem; padding-left: 1.25rem; padding-right: 1.25rem; }
.page.wide ul.actions, .page.wide ul.heat-key { max-width: none; }
.page.wide h2 { border-top-width: 1px; border-top-color: var(--rule); }
.texts td, .texts tbody th { overflow-wrap: anywhere; hyphens: auto; } .texts td:not(.number) { min-width: 5.5em; } .texts tbody th { min-width: 10em; }
@media (max-width: 47.99rem) {
  .texts, .texts tbody, .texts tr, .texts td, .texts tbody th { display: block; min-width: 0 !important; text-align: start; white-space: normal; }
  .texts thead:not(:has(.sort)) { display: none; } .texts thead, .texts thead th { display: block; border: 0; padding: 0; } .texts thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; border: 0; }
  .texts tr { border-top: 1px solid var(--soft); padding: 0.5rem 0; } .texts tbody th { font-weight: 600; padding: 0 0 0.15rem; } .texts tbody td, .texts tbody th { border: 0; }
  .texts td { padding: 0.1rem 0; } .texts td:empty { display: none; } .texts td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
.plain { list-style: none; margin: 0 0 1rem; padding: 0; }
.columns { columns: 15rem; column-gap: 2rem; font: 0.9375rem/1.45 var(--sans); }
.columns li { break-inside: avoid; margin: 0; } .columns a { display: inline-block; line-height: 1.6rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; list-style: none; padding: 0; margin: 1rem 0; }
.page.wide ul.cards { max-width: none; }
.card { border: 1px solid var(--rule); border-radius: 6px; padding: 0.8rem 1rem; margin: 0; background: var(--paper); }
.card p { margin: 0 0 0.35rem; } .card .what { font: 600 0.8125rem/1.35 var(--sans); color: var(--soft); }
.card .pair { font-weight: 700; font-size: 1.125rem; line-height: 1.3; } .card .pair a { text-decoration: none; }
.card .from { font: 0.8125rem/1.4 var(--sans); color: var(--soft); margin: 0; }
.pick { display: flex; flex-wrap: wrap; align-items: end; gap: 0.6rem 1rem; margin: 1.25rem 0; font: 0.9375rem/1.4 var(--sans); }
.pick label { display: flex; flex-direction: column; gap: 0.2rem; min-width: 13rem; flex: 0 1 18rem; } .pick label > span { font-size: 0.8125rem; color: var(--soft); }
.pick button { background: var(--ink); color: var(--paper); border-color: var(--ink); padding-inline: 1rem; }
figure.map { margin: 1rem 0 0; }
.world { display: block; width: 100%; height: auto; max-height: 70vh; background: var(--sea); border: 1px solid var(--rule); border-radius: 6px; }
.world .state { fill: var(--land); stroke: var(--coast); stroke-width: 0.5px; vector-effect: non-scaling-stroke; }
.world a:hover .state, .world a:focus .state { fill: var(--mark); stroke: var(--ink); }
.world .nobody { fill: var(--land); stroke: var(--soft); stroke-width: 0.5px; stroke-dasharray: 2 2; vector-effect: non-scaling-stroke; }
.world a:focus { outline: none; }
@media screen and (min-width: 66rem) { .country .top, .country .page { max-width: 84rem; } .country .top { padding-right: 1.25rem; } .country main { padding-right: 0; } .country main > section > p { max-width: var(--measure); } }
.partners { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 0 2.5rem; }
.partners section { min-width: 0; } .partners table { margin-bottom: 0.3rem; }
.note { font: 0.8125rem/1.45 var(--sans); color: var(--soft); }
.heat { font: 0.6875rem/1.2 var(--sans); min-width: 0; border-spacing: 1px; border-collapse: separate; }
.heat th, .heat td { padding: 0; border: 0; } .heat td { width: 1.5rem; min-width: 0; height: 1.5rem; text-align: center; }
.heat td:not(.number) { min-width: 1.5rem; }
.heat thead th { writing-mode: vertical-rl; transform: rotate(180deg); padding: 0.25rem 0; font-weight: 400; vertical-align: top; border: 0; }
.heat tbody th { white-space: nowrap; padding-right: 0.5rem; text-align: right; }
.heat a { display: block; height: 1.5rem; line-height: 1.5rem; }
.heat .self { background: repeating-linear-gradient(45deg, var(--grid), var(--grid) 2px, transparent 2px, transparent 4px); }
.q1 { background: color-mix(in srgb, var(--a) 8%, var(--paper)); } .q2 { background: color-mix(in srgb, var(--a) 18%, var(--paper)); }
.q3 { background: color-mix(in srgb, var(--a) 30%, var(--paper)); } .q4 { background: color-mix(in srgb, var(--a) 44%, var(--paper)); }
.q5 { background: color-mix(in srgb, var(--a) 58%, var(--paper)); } .q6 { background: color-mix(in srgb, var(--a) 74%, var(--paper)); }
.q7 { background: color-mix(in srgb, var(--a) 90%, var(--paper)); }
.heat-key { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; list-style: none; padding: 0; font: 0.8125rem/1.4 var(--sans); } .heat-key span { display: inline-block; width: 1.2em; height: 1em; vertical-align: -0.1em; border: 1px solid var(--grid); }
.sql-examples pre { white-space: pre-wrap; margin: 0.2rem 0 0.6rem; }
.form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.8rem; max-width: 46rem; margin: 1rem 0; } .form button { justify-self: start; font: 0.9375rem/1.4 var(--sans); background: var(--ink); color: var(--paper); border-color: var(--ink); padding-inline: 1rem; }
.form label { display: grid; min-width: 0; max-width: 100%; gap: 0.25rem; font: 0.875rem/1.4 var(--sans); }
.form .beside { display: flex; flex-wrap: wrap; gap: 0.6rem 1.2rem; }
.audit .sum { display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; padding: 0; list-style: none; font: 0.875rem/1.4 var(--sans); max-width: none; } .audit .sum li { border: 1px solid var(--rule); border-radius: 1rem; padding: 0.15rem 0.7rem; margin: 0; }
.audit .row { display: grid; grid-template-columns: minmax(0, 38rem) minmax(16rem, 1fr); gap: 1.5rem; border-top: 1px solid var(--rule); padding: 0.7rem 0; } .audit .row h2 { border: 0; margin: 0.2em 0; padding: 0; }
.audit aside { font: 0.8125rem/1.45 var(--sans); color: var(--soft); } .audit aside details { border-left: 3px solid var(--c); padding: 0.1rem 0.6rem; margin: 0 0 0.45rem; } .audit summary { color: var(--ink); } .audit summary b { color: var(--c); }
.audit a.c { color: inherit; text-decoration: underline; text-decoration-color: var(--c); text-decoration-thickness: 3px; text-underline-offset: 3px; } .audit a.c::after { content: attr(data-m); font: 700 0.68em var(--sans); color: var(--c); vertical-align: super; margin-left: 0.1em; }
.audit .ok { --c: #1a7f4b; } .audit .no { --c: #b3261e; } .audit .cf { --c: #b3541e; } .audit .old { --c: #7a5c00; } .audit .im { --c: #35639c; } .audit .un { --c: #666e78; } .audit .nc { --c: #71767e; }
@media (prefers-color-scheme: dark) { .audit .ok { --c: #5bc98d; } .audit .no { --c: #ff8f86; } .audit .cf { --c: #ffab78; } .audit .old { --c: #e3c25a; } .audit .im { --c: #8fb8ee; } .audit .un { --c: #a5adb8; } .audit .nc { --c: #9ba1aa; } }
@media (max-width: 52rem) { .audit .row { grid-template-columns: 1fr; gap: 0.4rem; } }
@media (max-width: 35.99rem) { .search { flex-basis: 100%; order: 5; } .languages { margin-left: 0; } .site-row { padding-block: 0.45rem; } }
@media print { .site, .site-footer form, .actions, .pick { display: none; } .site-footer { border: 0; } body { display: block; } }
)CSS";

}  // namespace comity::pages
