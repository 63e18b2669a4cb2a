// A Chromium that watches what a page must not do: ask another host, break its own policy, throw. Knows nothing of Comity's pages.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export class Harness {
  static async start({ result, shots, address }) {
    const harness = new Harness();
    Object.assign(harness, { result, shots, address: address.replace(/\/$/, ''), failed: 0 });
    mkdirSync(shots, { recursive: true });
    harness.browser = await chromium.launch({ executablePath: process.env.COMITY_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    return harness;
  }

  // A fresh profile, so that nothing of another test is remembered. `run` gets the page and the list of its misdeeds.
  async visit({ width = 1440, height = 900, dark = false, touch = false, script = true, bypass = false }, run) {
    const context = await this.browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', hasTouch: touch, isMobile: touch, javaScriptEnabled: script, bypassCSP: bypass,
      acceptDownloads: true, permissions: script ? ['clipboard-read', 'clipboard-write'] : [] });
    const page = await context.newPage(), misdeeds = [];
    const own = new URL(this.address).origin;
    page.on('request', (request) => { if (!request.url().startsWith(own) && !/^(data|blob|about):/.test(request.url())) misdeeds.push(`asks ${request.url()}`); });
    page.on('pageerror', (error) => misdeeds.push(`throws ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error' && !/favicon/.test(message.location().url)) misdeeds.push(`says ${message.text()} ${message.location().url}`); });
    page.setDefaultTimeout(20_000);
    try {
      return await run(page, misdeeds);
    } finally {
      await context.close();
    }
  }

  async test(name, options, run) {
    const began = Date.now();
    let trouble = '';
    try {
      await this.visit(options, async (page, misdeeds) => {
        await run(page);
        if (misdeeds.length > 0) throw new Error(`the page ${misdeeds.slice(0, 3).join('; ')}`);
      });
    } catch (error) {
      trouble = String(error.message ?? error).replace(/\u001b\[[0-9;]*m/g, '').replace(/\s+/g, ' ').slice(0, 500);
      this.failed += 1;
    }
    const line = `${trouble ? 'FAILED' : 'PASSED'}\t${name}\t${Date.now() - began}\t${trouble}`;
    console.log(line);
    appendFileSync(this.result, `${line}\n`);
  }

  async shot(page, name, full = true) {
    await page.screenshot({ path: join(this.shots, `${name}.png`), fullPage: full });
  }

  // What axe finds against WCAG 2.2 AA. The tool is put in by evaluation, past the policy of the page: it is the tester's.
  async violations(page) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    return found.violations.map((one) => `${one.id}: ${one.nodes.length} × ${one.nodes[0]?.html.slice(0, 120)} (${one.nodes[0]?.any[0]?.message ?? one.help})`);
  }

  async stop() { await this.browser.close(); }
}

export function expect(what, holds) {
  if (!holds) throw new Error(what);
}

// Wider than its window, as a reader on a phone would notice.
export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
