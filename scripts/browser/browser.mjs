// A headless Chromium driven over its debugging pipe (file descriptors 3 and 4; messages end with a zero byte), with
// nothing but Node. For looking at pages and checking them; knows nothing of Comity.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Browser {
  #child;
  #calls = new Map();
  #listeners = new Map();
  #next = 1;
  #rest = '';
  #session;

  static async launch(executable = process.env.COMITY_CHROMIUM ?? 'chromium') {
    const browser = new Browser();
    await browser.#start(executable);
    return browser;
  }

  async #start(executable) {
    this.profile = mkdtempSync(join(tmpdir(), 'comity-browser-'));
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-dev-shm-usage',
      '--disable-background-networking', '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${this.profile}`, 'about:blank'];
    this.#child = spawn(executable, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const ended = (why) => { for (const { reject } of this.#calls.values()) reject(new Error(why)); this.#calls.clear(); };
    this.#child.on('error', (error) => ended(`${executable} does not start: ${error.message}`));
    this.#child.on('exit', (code) => ended(`${executable} ended with ${code}`));
    this.#child.stdio[3].on('error', () => {});
    this.#child.stdio[4].setEncoding('utf8').on('data', (data) => this.#read(data));
    const { targetInfos } = await this.#call('Target.getTargets');
    const page = targetInfos.find((target) => target.type === 'page');
    this.#session = (await this.#call('Target.attachToTarget', { targetId: page.targetId, flatten: true })).sessionId;
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await this.send(`${domain}.enable`);
  }

  #read(data) {
    const messages = (this.#rest + data).split('\0');
    this.#rest = messages.pop();
    for (const text of messages) {
      const message = JSON.parse(text);
      if (message.id) {
        const call = this.#calls.get(message.id);
        this.#calls.delete(message.id);
        if (message.error) call?.reject(new Error(message.error.message)); else call?.resolve(message.result);
      } else {
        for (const listener of this.#listeners.get(message.method) ?? []) listener(message.params);
      }
    }
  }

  #call(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method} after 60 s`)), 60_000);
      const done = (settle) => (value) => { clearTimeout(timer); settle(value); };
      this.#calls.set(id, { resolve: done(resolve), reject: done(reject) });
      this.#child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  send(method, params) { return this.#call(method, params, this.#session); }
  on(event, listener) { this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]); }

  // Opens a file or address at a width; resolves once it has loaded and its fonts and two frames are there.
  async open(page, { width = 1440, height = 900, dark = false, print = false, reducedMotion = true } = {}) {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send('Emulation.setEmulatedMedia', { media: print ? 'print' : 'screen', features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' }] });
    const loaded = new Promise((resolve) => this.#listeners.set('Page.loadEventFired', [resolve]));
    await this.send('Page.navigate', { url: /^[a-z]+:/.test(page) ? page : pathToFileURL(page).href });
    await loaded;
    await this.evaluate('document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))).then(() => 0)');
  }

  // The value of an expression or promise, as JSON.
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async screenshot(file, { fullPage = true } = {}) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: fullPage,
      ...(fullPage ? { clip: { x: 0, y: 0, ...(await this.evaluate(`({ width: innerWidth, height: Math.min(document.documentElement.scrollHeight, 16000) })`)), scale: 1 } } : {}) });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  // A4, with the page's own margins.
  async pdf(file) {
    // A medium that was set for the screen would hold for the print as well.
    await this.send('Emulation.clearDeviceMetricsOverride');
    await this.send('Emulation.setEmulatedMedia', { media: 'print', features: [{ name: 'prefers-color-scheme', value: 'light' }] });
    const { data } = await this.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69, printBackground: true, preferCSSPageSize: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }

  async close() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#call('Browser.close').catch(() => {});
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
    this.#child.kill('SIGKILL');
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
