#!/usr/bin/env node
// Looks at a page:  node scripts/browser/look.mjs PAGE [--width 1440] [--height 900] [--dark] [--print] [--screen]
//                        [--screenshot FILE.png] [--pdf FILE.pdf] [--evaluate EXPRESSION]
// PAGE is a file or an address. --screen takes the first screen only. Says on stdout what the page did wrong: requests to the
// network, errors of its scripts, content wider than the window.
import { parseArgs } from 'node:util';
import { Browser } from './browser.mjs';

const { values: options, positionals: [page] } = parseArgs({ allowPositionals: true, options: {
  width: { type: 'string', default: '1440' }, height: { type: 'string', default: '900' }, dark: { type: 'boolean' },
  print: { type: 'boolean' }, screen: { type: 'boolean' }, screenshot: { type: 'string' }, pdf: { type: 'string' }, evaluate: { type: 'string' } } });
const browser = await Browser.launch();
try {
  browser.on('Network.requestWillBeSent', ({ request }) => { if (/^https?:/.test(request.url)) console.log(`request: ${request.url}`); });
  browser.on('Runtime.exceptionThrown', ({ exceptionDetails }) => console.log(`error: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`));
  await browser.open(page, { width: Number(options.width), height: Number(options.height), dark: options.dark, print: options.print });
  const wide = await browser.evaluate('document.documentElement.scrollWidth - innerWidth');
  if (wide > 0) console.log(`wider than the window by ${wide} px`);
  if (options.screenshot) await browser.screenshot(options.screenshot, { fullPage: !options.screen });
  if (options.pdf) await browser.pdf(options.pdf);
  if (options.evaluate) console.log(JSON.stringify(await browser.evaluate(options.evaluate)));
} finally {
  await browser.close();
}
