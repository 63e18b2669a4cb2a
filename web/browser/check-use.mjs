// What a reader does: search in any script, pick on the map, follow a number to its source, change a chart, take figures away.
import { readFile } from 'node:fs/promises';
import { expect } from './harness.mjs';

async function at_pair(page, keys, language = '') {
  await page.waitForURL(new RegExp(`/${language}pair/${keys[0]}/${keys[1]}/$`));
}

export async function check_use(harness, is_static) {
  const site = harness.address;
  // A static site holds each pair once, its keys in the order of the alphabet.
  const ordered = (a, b) => (is_static && b < a ? [b, a] : [a, b]);
  const open = async (page, path) => { await page.goto(`${site}/${path}`, { waitUntil: 'networkidle' }); };

  await harness.test('search: "Казахстан", then "Германия", leads to the pair', {}, async (page) => {
    await open(page, '');
    await page.keyboard.press('/');
    expect('the slash does not lead to the search', await page.evaluate(() => document.activeElement?.matches('form[role=search] input')));
    await page.keyboard.type('Казахстан');
    await page.locator('[role=option]').filter({ hasText: 'Kazakhstan' }).first().waitFor();
    await harness.shot(page, 'search-cyrillic', false);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Германия');
    await page.locator('[role=option]').filter({ hasText: 'Germany' }).first().waitFor();
    await page.keyboard.press('Enter');
    await at_pair(page, ordered('KAZ', 'DEU'));
  });

  for (const [language, typed] of [['Arabic', 'كازاخستان'], ['Chinese', '哈萨克斯坦'], ['German', 'Kasachstan'], ['Kazakh', 'Қазақстан'], ['Hindi', 'कज़ाखस्तान']]) {
    await harness.test(`search: the ${language} name finds Kazakhstan`, {}, async (page) => {
      await open(page, 'about/');
      await page.locator('form[role=search] input').first().fill(typed);
      await page.locator('[role=option]').filter({ hasText: 'Kazakhstan' }).first().waitFor();
    });
  }

  await harness.test('search: a name that nobody has says so, and markup stays text', {}, async (page) => {
    await open(page, '');
    await page.locator('form[role=search] input').first().fill('<img src=x onerror=alert(1)>');
    await page.locator('[role=option][aria-disabled]').waitFor();
    expect('an element came of it', (await page.locator('img').count()) === 0);
  });

  await harness.test('map: two presses lead to the pair', {}, async (page) => {
    await open(page, '');
    await page.locator('.world [data-key=KAZ]').first().click({ force: true });
    expect('the first is not marked', (await page.locator('.world [data-key=KAZ]').first().getAttribute('aria-pressed')) === 'true');
    await harness.shot(page, 'map-picked', false);
    await page.locator('.world [data-key=BRA]').first().click({ force: true });
    await at_pair(page, ordered('KAZ', 'BRA'));
  });

  await harness.test('map: by keyboard alone', {}, async (page) => {
    await open(page, '');
    await page.locator('.world [tabindex="0"]').first().focus();
    await page.keyboard.press('k');
    for (let i = 0; i < 12 && (await page.evaluate(() => document.activeElement?.getAttribute('data-key'))) !== 'KAZ'; i += 1) await page.keyboard.press('k');
    expect('K does not reach Kazakhstan', (await page.evaluate(() => document.activeElement?.getAttribute('data-key'))) === 'KAZ');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    const other = await page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    await page.keyboard.press('Enter');
    await at_pair(page, ordered('KAZ', other));
  });

  await harness.test('lists: the alternative to the map', {}, async (page) => {
    await open(page, '');
    await page.locator('form.pick select').nth(0).selectOption('FRA');
    await page.locator('form.pick select').nth(1).selectOption('KAZ');
    await page.locator('form.pick button').click();
    await at_pair(page, ['FRA', 'KAZ']);
  });

  await harness.test('recent pairs are remembered in this browser', {}, async (page) => {
    await open(page, 'pair/DEU/KAZ/');
    // The page keeps it when its script has run, which may be after the last byte has come.
    await page.waitForFunction(() => localStorage.getItem('comity-recent')?.includes('KAZ'));
    await open(page, '');
    await page.locator('.recent a').filter({ hasText: 'Kazakhstan' }).first().waitFor();
  });

  const full = is_static ? 'pair/DEU/KAZ/' : 'pair/DEU/KAZ/full/';

  await harness.test('a mark shows its source on hover and on focus; Escape closes it', {}, async (page) => {
    await open(page, full);
    const mark = page.locator('main p sup.mark a').first();
    await mark.scrollIntoViewIfNeeded();
    await mark.hover();
    const tip = page.locator('.tip');
    await tip.locator('cite').first().waitFor();
    await harness.shot(page, 'hover-mark', false);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await mark.focus();
    await tip.locator('cite').first().waitFor();
    expect('the mark is not described by it', (await mark.getAttribute('aria-describedby')) === (await tip.getAttribute('id')));
  });

  await harness.test('a figure shows its exact value and source on hover, and keeps it on a click', {}, async (page) => {
    await open(page, full);
    const figure = page.locator('main .figure[data-value]').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.hover();
    await page.locator('.tip .tip-value').waitFor();
    await figure.click();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(400);
    expect('a click does not pin it', await page.locator('.tip .tip-close').isVisible());
  });

  await harness.test('chart: the year under the pointer, and its sources on a click', {}, async (page) => {
    await open(page, full);
    const plot = page.locator('#trade figure.chart .plot, #trade-in-goods figure.chart .plot').first();
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    await page.mouse.move(box.x + box.width * 0.35, box.y + box.height * 0.5);
    await page.locator('.tip .tip-table tr').first().waitFor();
    await page.mouse.down();
    await page.mouse.up();
    await page.locator('.tip cite').first().waitFor();
    await harness.shot(page, 'chart-source', false);
  });

  await harness.test('chart: arrow keys read the figures aloud', {}, async (page) => {
    await open(page, full);
    const plot = page.locator('figure.chart .plot').first();
    await plot.focus();
    await page.keyboard.press('End');
    const said = await page.locator('[role=status].spoken').textContent();
    expect(`said "${said}"`, /\d{4}: .+/.test(said ?? ''));
  });

  await harness.test('chart: another currency, each year at its own rate; years without one are gaps', {}, async (page) => {
    await open(page, full);
    const figure = page.locator('figure.chart').filter({ has: page.locator('.live-chart') }).filter({ hasText: 'both sets of books' }).first();
    await figure.locator('.chart-options summary').click();
    const before = await figure.locator('.label-value').allTextContents(), now = await figure.getByLabel('Currency').inputValue(), other = now === 'EUR' ? 'USD' : 'EUR';
    await figure.getByLabel('Currency').selectOption(other);
    const after = await figure.locator('.label-value').allTextContents();
    expect('the labels stayed', before.join() !== after.join());
    expect(`the axis does not say ${other}`, (await figure.locator('.tick').allTextContents()).join(' ').includes(other));
    await harness.shot(page, 'currency', false);
    await figure.getByRole('button', { name: 'Table' }).click();
    const rows = await figure.locator('.chart-table tbody tr').count();
    expect(`${rows} rows`, rows >= (is_static ? 5 : 20));
  });

  // What may be passed on leaves a static site one set of books.
  if (!is_static) await harness.test('chart: whose figures, and a period by dragging', {}, async (page) => {
    await open(page, full);
    const figure = page.locator('figure.chart').filter({ hasText: 'both sets of books' }).first();
    await figure.locator('.chart-options summary').click();
    const all = await figure.locator('path.line').count();
    await figure.getByLabel('Whose figures').selectOption('a');
    expect('as many lines as before', (await figure.locator('path.line').count()) < all);
    const plot = figure.locator('.plot'), box = await plot.boundingBox();
    await page.mouse.move(box.x + box.width * 0.3, box.y + 120);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + 120, { steps: 6 });
    await page.mouse.up();
    await figure.getByRole('button', { name: 'All years' }).waitFor();
    const [from, to] = await figure.locator('input[type=number]').evaluateAll((inputs) => inputs.map((input) => Number(input.value)));
    expect(`period ${from} to ${to}`, from > 1992 && to < 2023 && from < to);
  });

  await harness.test('chart: its CSV is the API’s, byte for byte; on a static site the figures drawn', {}, async (page) => {
    await open(page, full);
    const figure = page.locator('figure.chart[data-indicator]').filter({ hasText: 'both sets of books' }).first();
    const indicator = await figure.getAttribute('data-indicator');
    const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'CSV' }).click()]);
    const saved = await readFile(await download.path(), 'utf8');
    expect('it has no rows', saved.split('\n').length > (is_static ? 5 : 10));
    if (is_static) return;
    const answer = await page.request.get(`${site}/api/v1/observations?a=DEU&b=KAZ&indicator=${encodeURIComponent(indicator)}&format=csv&limit=100000`);
    expect(`the API answers ${answer.status()}`, answer.ok());
    expect('it is not what the API gives', saved === (await answer.text()));
  });

  await harness.test('cite, copy as text', {}, async (page) => {
    await open(page, full);
    await page.getByRole('button', { name: 'Cite this' }).click();
    await page.locator('dialog.cite pre').first().waitFor();
    expect('no edition', /Edition \S+/.test(await page.locator('dialog.cite pre').first().innerText()));
    await harness.shot(page, 'cite', false);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.locator('[role=status]').filter({ hasText: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(`${text.length} letters`, text.length > 1000 && text.includes('Kazakhstan') && !text.includes('<'));
  });

  await harness.test('ranking: every pair, sorted, filtered, only those in sight drawn', {}, async (page) => {
    await open(page, 'rankings/goods_exports/');
    const table = page.locator('table[data-sortable]').first();
    await page.locator('.table-bar .count').first().waitFor();
    const all = Number(await table.getAttribute('aria-rowcount'));
    if (!is_static) {
      expect(`${all} rows`, all > 500);
      const drawn = await table.locator('tbody tr').count();
      expect(`${drawn} rows are drawn`, drawn < 200);
      await page.locator('.scroll.virtual').evaluate((box) => { box.scrollTop = box.scrollHeight; });
      await page.waitForFunction((rows) => [...document.querySelectorAll('table[data-sortable] tbody tr:not(.space)')].at(-1)?.getAttribute('aria-rowindex') === String(rows), all);
    }
    const head = table.locator('thead th').nth(3).getByRole('button');
    await head.click();
    await head.click();
    expect('the order is not told', (await table.locator('th[aria-sort=ascending]').count()) === 1);
    await page.locator('.table-bar input').fill('kazakhstan germany');
    await page.waitForFunction(() => document.querySelectorAll('table[data-sortable] tbody tr:not(.space)').length < 20);
    await harness.shot(page, 'ranking-filtered', false);
  });

  await harness.test('matrix: arrow keys move, Enter opens the pair', {}, async (page) => {
    await open(page, 'matrix/goods_exports/');
    await page.locator('table.heat a[tabindex="0"]').first().focus();
    const on_link = () => page.evaluate(() => document.activeElement?.tagName === 'A');
    const from = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    const moved = async () => (await on_link()) && (await page.evaluate(() => document.activeElement?.getAttribute('href'))) !== from;
    // A static site may have one pair of a whole row: there the way back is all there is.
    if (is_static) { await page.keyboard.press('ArrowRight'); await page.keyboard.press('ArrowLeft'); }
    else for (let i = 0; i < 60 && !(await moved()); i += 1) await page.keyboard.press(i % 40 === 39 ? 'ArrowDown' : 'ArrowRight');
    expect('no cell with a figure is reached', await on_link());
    await page.locator('.tip').waitFor();
    await harness.shot(page, 'matrix-cell', false);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pair\//);
  });

  await harness.test('nothing of the pair is lost in print', {}, async (page) => {
    await open(page, full);
    await page.emulateMedia({ media: 'print' });
    expect('the interactive drawing is printed', !(await page.locator('.live-chart').first().isVisible()));
    expect('the static drawing is not', await page.locator('figure.chart svg.drawing.lines').first().isVisible());
  });

  await harness.test('page weight: a pair with its scripts under 350 kB', {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await open(page, full);
    console.log(`  ${full}: ${Math.round(bytes / 1000)} kB over the wire`);
    expect(`${Math.round(bytes / 1000)} kB`, is_static || bytes < 350_000);
  });

  await harness.test('right-to-left names keep their own direction', {}, async (page) => {
    await open(page, '');
    await page.locator('form[role=search] input').first().fill('البرازيل');
    const option = page.locator('[role=option]').first();
    await option.waitFor();
    expect('names stand in no bdi', (await option.locator('bdi').count()) >= 1);
    await harness.shot(page, 'search-arabic', false);
  });

  if (!is_static) await (await import('./check-server.mjs')).check_server(harness);
}
