#!/usr/bin/env node
// Looks over a site that `comity site` wrote:  node scripts/check-site.mjs DIR [RESULT.tsv]
// Every link of every page that is no pair's, and of every 25th pair's, leads to a file; no page has a style or script of its own; the
// largest pages stay under 350 kB packed. One line a check goes to RESULT.tsv: verdict, name, milliseconds, words.
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder, result] = process.argv.slice(2);
const limit = 350_000, every = 25;
const root = resolve(folder);
const pages = [];
const walk = (at) => {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (entry.isDirectory()) walk(join(at, entry.name));
    else if (entry.name === 'index.html') pages.push(join(at, entry.name));
  }
};
walk(root);

const dead = [], inline = [];
const known = new Map();
const leads_somewhere = (file) => {
  if (!known.has(file)) known.set(file, existsSync(file));
  return known.get(file);
};
let looked = 0, links = 0, largest = [];
pages.forEach((page, number) => {
  const name = relative(root, page);
  largest.push([statSync(page).size, page]);
  if (/(^|\/)pair\//.test(name) && number % every !== 0) return;
  ++looked;
  const text = readFileSync(page, 'utf8');
  if (/<style[ >]|\sstyle="|<script>|\son[a-z]+="/.test(text)) inline.push(name);
  const ids = new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
  for (const [, raw] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = raw.replaceAll('&amp;', '&');
    if (/^[a-z]+:/i.test(link)) continue;
    ++links;
    if (link.startsWith('#')) {
      if (!ids.has(link.slice(1))) dead.push(`${name}: ${link}`);
      continue;
    }
    const path = join(dirname(page), link.replace(/[?#].*/, ''));
    if (!leads_somewhere(link.replace(/[?#].*/, '').endsWith('/') ? join(path, 'index.html') : path)) dead.push(`${name}: ${link}`);
  }
});
largest = largest.sort((a, b) => b[0] - a[0]).slice(0, 20).map(([size, page]) => [gzipSync(readFileSync(page)).length, relative(root, page), size]);
const heavy = largest.filter(([packed]) => packed > limit);

console.log(`${pages.length} pages, ${looked} looked at, ${links} links; largest packed: ${Math.max(...largest.map(([packed]) => packed))} bytes`);
let failed = false;
for (const [name, troubles] of [['Site.EveryLinkLeadsSomewhere', dead], ['Site.NoPageHasAStyleOrScriptOfItsOwn', inline], ['Site.PagesAreLight', heavy.map(([packed, page]) => `${page}: ${packed} bytes packed`)]]) {
  failed ||= troubles.length > 0;
  if (troubles.length) console.log(`${name}: ${troubles.length}\n  ${troubles.slice(0, 20).join('\n  ')}`);
  if (result) appendFileSync(result, `${troubles.length ? "FAILED" : "PASSED"}\t${name}\t0\t${troubles.length} troubles\n`);
}
process.exit(failed ? 1 : 0);
