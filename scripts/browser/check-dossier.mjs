// Checks HTML dossiers as a reader would see them.
//   node check-dossier.mjs RESULT SHOTS NAME=FILE...   verdicts are appended to RESULT, pictures and PDFs go to SHOTS
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser.mjs';

const [result, shots, ...dossiers] = process.argv.slice(2);
mkdirSync(shots, { recursive: true });
let failed = 0;
function check(name, problems) {
  if (problems.length) failed++;
  const line = `${problems.length ? 'FAILED' : 'PASSED'}\t${name}\t0\t${problems.slice(0, 6).join('; ').replace(/\s+/g, ' ')}`;
  console.log(line);
  appendFileSync(result, line + '\n');
}

// Runs in the page. Each entry of what it returns is a list of problems, empty when all is well.
function inspect() {
  const visible = (element) => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return style.visibility !== 'hidden' && style.display !== 'none' && Number(style.opacity) > 0 && box.width > 0 && box.height > 0;
  };
  const told = (element) => `${element.tagName.toLowerCase()}${element.id ? '#' + element.id : ''} "${element.textContent.trim().slice(0, 40)}"`;
  const scrolls = (element) => { for (let e = element.parentElement; e; e = e.parentElement) if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(e).overflowX)) return true; return false; };
  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => { for (let e = element; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0.9) return c; } return rgb(getComputedStyle(document.documentElement).colorScheme.includes('dark') ? '0 0 0' : '255 255 255'); };

  const problems = { overflow: [], contrast: [], links: [], headings: [], images: [], tables: [] };
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) problems.overflow.push(`the page is ${document.documentElement.scrollWidth - width} px wider than the window`);
  for (const element of document.querySelectorAll('body *')) {
    if (!visible(element)) continue;
    const box = element.getBoundingClientRect();
    if (!element.closest('svg') && box.right > width + 1 && !scrolls(element)) problems.overflow.push(`${told(element)} reaches ${Math.round(box.right)} px`);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (own && !element.closest('svg')) {
      const style = getComputedStyle(element), a = light(rgb(style.color)), b = light(ground(element));
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) problems.contrast.push(`${told(element)} has ${ratio.toFixed(1)}:1`);
    }
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    if (id && !document.getElementById(id)) problems.links.push(`#${id} leads nowhere`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i))) problems.links.push(`id ${id} is given twice`);
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const now = Number(heading.tagName[1]);
    if (now > level + 1) problems.headings.push(`${told(heading)} follows a level ${level}`);
    level = now;
  }
  if (document.querySelectorAll('h1').length !== 1) problems.headings.push(`${document.querySelectorAll('h1').length} headings of level 1`);
  if (!document.title) problems.headings.push('no title');
  if (!document.documentElement.lang) problems.headings.push('no language');
  for (const image of document.querySelectorAll('svg, img')) {
    if (!visible(image) || image.closest('[aria-hidden="true"]')) continue;
    if (image.parentElement.closest('svg[role="img"]')) continue;  // a part of a drawing that has its name
    const name = image.getAttribute('aria-label') || image.getAttribute('alt') || image.getAttribute('aria-labelledby') || image.querySelector('title')?.textContent;
    if (!name) problems.images.push(`${told(image)} has no name for those who do not see it`);
  }
  for (const table of document.querySelectorAll('table')) if (!table.querySelector('th')) problems.tables.push(`${told(table)} has no header cell`);
  return problems;
}

const browser = await Browser.launch();
const troubles = [];
browser.on('Network.requestWillBeSent', ({ request }) => { if (/^(https?|wss?):/.test(request.url)) troubles.push(`request to ${request.url}`); });
browser.on('Runtime.exceptionThrown', ({ exceptionDetails }) => troubles.push(exceptionDetails.exception?.description ?? exceptionDetails.text));
browser.on('Log.entryAdded', ({ entry }) => { if (entry.level === 'error') troubles.push(entry.text); });
try {
  for (const dossier of dossiers) {
    const [name, file] = dossier.split('=');
    for (const dark of [false, true]) {
      for (const width of [1440, 768, 390]) {
        const view = `${name} ${width}${dark ? ' dark' : ''}`;
        troubles.length = 0;
        await browser.open(file, { width, height: width === 390 ? 844 : 900, dark });
        const problems = await browser.evaluate(`(${inspect})()`);
        await browser.screenshot(join(shots, `${view.replaceAll(' ', '-')}.png`));
        check(`${view}: no request, no error`, [...troubles]);
        check(`${view}: nothing wider than the window`, problems.overflow);
        check(`${view}: contrast`, problems.contrast);
        if (width === 1440 && !dark) for (const kind of ['links', 'headings', 'images', 'tables']) check(`${name}: ${kind}`, problems[kind]);
        if (width === 1440) {
          const ground = await browser.evaluate(`getComputedStyle(document.body).backgroundColor + ' ' + getComputedStyle(document.documentElement).backgroundColor`);
          const first = (ground.match(/rgba?\([^)]*\)/g) ?? []).find((colour) => !/, 0\)$/.test(colour)) ?? 'rgb(255, 255, 255)';
          const bright = first.match(/\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0) > 380;
          check(`${view}: the ground is ${dark ? 'dark' : 'light'}`, bright === dark ? [`it is ${first}`] : []);
        }
      }
    }
    await browser.open(file, { width: 1440 });
    await browser.pdf(join(shots, `${name}.pdf`));
  }
} finally {
  await browser.close();
}
process.exit(failed ? 1 : 0);
