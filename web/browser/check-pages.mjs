// What holds for every page: nothing asked of others, its policy kept, axe finds nothing in light and dark and on a phone, nothing
// wider than the window, a focus that is seen on every stop, a first picture without a script.
import { expect, overflow } from './harness.mjs';
import { pages_of } from './pages.mjs';

// In the page: what has the focus, and whether one can see that it has.
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), inner = element.querySelector?.('.state');
  const box = element.getBoundingClientRect();
  const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none' || (inner && getComputedStyle(inner).strokeWidth === '2px');
  element.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
  return { stop: element.dataset.stop, seen, inside: box.width > 0 && box.height > 0, words: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').trim().slice(0, 30)}"` };
}

async function tab_through(page, most) {
  const stops = new Set();
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (!at) break;
    expect(`the focus stands still on ${at.words}`, !stops.has(at.stop) || i > 3);
    if (stops.has(at.stop)) break;
    stops.add(at.stop);
    expect(`the focus is not to be seen on ${at.words}`, at.seen);
  }
  return stops.size;
}

export async function check_pages(harness, is_static) {
  for (const [name, path] of pages_of(is_static)) {
    const open = async (page) => {
      const answer = await page.goto(`${harness.address}/${path}`, { waitUntil: 'networkidle' });
      expect(`status ${answer.status()}`, answer.status() === 200);
    };
    await harness.test(`${name}: wide, light, axe finds nothing`, {}, async (page) => {
      await open(page);
      await harness.shot(page, `${name}-1440`);
      const found = await harness.violations(page);
      expect(found.join(' | '), found.length === 0);
    });
    await harness.test(`${name}: dark, axe finds nothing`, { width: 1024, dark: true }, async (page) => {
      await open(page);
      await harness.shot(page, `${name}-dark`);
      const found = await harness.violations(page);
      expect(found.join(' | '), found.length === 0);
    });
    await harness.test(`${name}: phone, nothing wider than the window, axe finds nothing`, { width: 390, height: 844, touch: true }, async (page) => {
      await open(page);
      const wider = await overflow(page);
      await harness.shot(page, `${name}-390`);
      expect(`wider than the window by ${wider} px`, wider <= 0);
      const found = await harness.violations(page);
      expect(found.join(' | '), found.length === 0);
    });
    await harness.test(`${name}: by keyboard, each stop is seen`, { width: 1200 }, async (page) => {
      await open(page);
      const stops = await tab_through(page, 80);
      expect(`only ${stops} stops`, stops >= 5);
    });
    await harness.test(`${name}: whole without a script`, { width: 1024, script: false }, async (page) => {
      await open(page);
      expect('no heading', (await page.locator('h1').count()) === 1);
      expect('no text', ((await page.locator('main').innerText()).trim().length > 150));
    });
  }
}
