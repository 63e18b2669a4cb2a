// What only a server has: comparing, the audit of a text, SQL.
import { readFile } from 'node:fs/promises';
import { expect } from './harness.mjs';

export async function check_server(harness) {
  const site = harness.address;
  const open = async (page, path) => { await page.goto(`${site}/${path}`, { waitUntil: 'networkidle' }); };

  await harness.test('compare: pairs by name, indexed', {}, async (page) => {
    await open(page, 'compare/?pairs=DEU-KAZ&indicator=goods_exports');
    const input = page.locator('.chooser input');
    await input.fill('Frankreich – Kasachstan');
    await page.locator('[role=option]').filter({ hasText: 'France – Kazakhstan' }).first().click();
    expect('two pairs', (await page.locator('.chosen li').count()) === 2);
    await page.locator('main form button').last().click();
    await page.waitForURL(/FRA-KAZ/);
    await page.locator('figure.chart .live-chart circle.dot').first().waitFor();
    await harness.shot(page, 'compare-two');
  });

  await harness.test('compare: six pairs in six hues, and no seventh', {}, async (page) => {
    const six = 'DEU-KAZ,FRA-KAZ,ITA-KAZ,USA-KAZ,CHN-KAZ,RUS-KAZ';
    await open(page, `compare/?pairs=${six}&indicator=goods_exports`);
    await page.locator('figure.chart .live-chart .label').nth(5).waitFor();
    const colours = await page.locator('figure.chart .live-chart .label').evaluateAll((labels) => labels.map((label) => getComputedStyle(label.querySelector('text') ?? label).fill));
    expect(`hues ${[...new Set(colours)].join(' ')}`, colours.length === 6 && new Set(colours).size === 6);
    await harness.shot(page, 'compare-six');
    const answer = await page.request.get(`${site}/compare/?pairs=${six},GBR-KAZ`);
    expect(`seven pairs: ${answer.status()}`, answer.status() === 400);
  });

  await harness.test('chart: another method, the two books reconciled', {}, async (page) => {
    await open(page, 'pair/DEU/KAZ/full/');
    const figure = page.locator('figure.chart').filter({ hasText: 'both sets of books' }).first();
    await figure.locator('.live-chart path.line').first().waitFor();
    await figure.locator('.chart-options summary').click();
    const all = await figure.locator('path.line').count();
    await figure.getByLabel('Method').selectOption('larger');
    await page.waitForFunction((before) => document.querySelectorAll('#trade figure.chart path.line, #trade-in-goods figure.chart path.line').length < before, all);
    expect('the method is not named', (await figure.locator('.live-chart').textContent()).includes('reconciled'));
    await figure.getByLabel('Method').selectOption('reported');
  });

  await harness.test('a pair as wikitext, as the API gives it', {}, async (page) => {
    await open(page, 'pair/DEU/KAZ/');
    await page.getByRole('button', { name: 'Copy as wikitext' }).click();
    await page.locator('[role=status]').filter({ hasText: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const answer = await page.request.get(`${site}/api/v1/pairs/DEU/KAZ?format=wikitext&profile=brief`);
    expect(`${text.length} letters`, text.includes('==') && text.trim() === (await answer.text()).trim());
  });

  await harness.test('map: disputed territory is nobody’s, dashed and named', {}, async (page) => {
    await open(page, '');
    const nobody = page.locator('.world .nobody');
    expect('none is marked', (await nobody.count()) > 0);
    expect('it can be chosen', (await page.locator('.world a .nobody').count()) === 0);
    expect('it has no name', (await nobody.first().locator('title').textContent()) !== '');
    expect('it is not dashed', (await nobody.first().evaluate((path) => getComputedStyle(path).strokeDasharray)) !== 'none');
  });

  await harness.test('country: what changed, or that nothing is known of it', {}, async (page) => {
    await open(page, 'country/KAZ/');
    const answer = await (await page.request.get(`${site}/api/v1/changes?a=KAZ`)).json();
    const text = await page.locator('#changes').innerText();
    expect(text.slice(0, 80), answer.previous ? text.includes(answer.previous.edition) : text.includes('No former edition was at hand'));
  });

  await harness.test('audit: a text from a file, marked up', {}, async (page) => {
    const sample = process.env.COMITY_AUDIT_TEXT;
    await open(page, 'audit/');
    const text = sample ? await readFile(sample, 'utf8') : 'Germany and Kazakhstan established diplomatic relations in 1991. Germany has an embassy in Astana. Kazakhstan has an embassy in Berlin.\n';
    await page.locator('input[type=file]').setInputFiles({ name: 'article.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.waitForFunction((length) => document.querySelector('textarea').value.length >= length, Math.min(text.length, 100));
    await page.locator('main form button').last().click();
    await page.locator('#audit-result .c, .audit .c').first().waitFor({ timeout: 30_000 });
    const first = (await page.locator('main h1, main h2').first().innerText().catch(() => '')).trim();
    expect('the title stands twice', first === '' || first !== (await page.locator('h1').first().innerText()).trim());
    const folded = () => page.locator('main details:not([open])').count();
    const closed = await folded();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect('evidence is folded on paper', closed > 0 && await folded() === 0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect('what was folded stays open behind the print', await folded() === closed);
    await harness.shot(page, 'audit-result');
  });

  await harness.test('SQL: a question, its rows, its CSV; what writes is refused', {}, async (page) => {
    await open(page, 'sql/');
    await page.locator('.schema summary').filter({ hasText: 'observation' }).first().waitFor();
    const area = page.locator('main textarea');
    await area.fill("SELECT key, name FROM state WHERE key IN ('DEU', 'KAZ') ORDER BY key");
    await area.press('Control+Enter');
    await page.locator('#sql-result td').filter({ hasText: 'Kazakhstan' }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#sql-result').getByRole('button', { name: 'CSV' }).click()]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(`CSV is ${saved}`, saved === 'key,name\nDEU,Germany\nKAZ,Kazakhstan\n');
    await harness.shot(page, 'sql-result');
  });

  await harness.test('SQL: a broken question says what is wrong', {}, async (page) => {
    await open(page, 'sql/');
    const area = page.locator('main textarea');
    // The refusal is a status of its own, which the browser's console reports as an error: looked at without the console.
    page.removeAllListeners('console');
    await area.fill('DROP TABLE state');
    await area.press('Control+Enter');
    await page.locator('#sql-result [role=alert], .trouble').first().waitFor();
  });

  await harness.test('German: the interface speaks it, from search to charts', {}, async (page) => {
    await open(page, 'de/pair/DEU/KAZ/full/');
    await page.locator('figure.chart .chart-options summary').first().waitFor();
    expect('the chart speaks English', (await page.locator('.chart-options summary').first().innerText()) === 'Darstellung ändern');
    const labels = (await page.locator('figure.chart .live-chart .label-value').allTextContents()).join(' '), static_ones = (await page.locator('main table td').allTextContents()).join(' ');
    expect(`labels ${labels.slice(0, 60)}`, /\d,\d+\s(Mrd|Mio)\./.test(labels) && !/\d\.\d+\s(bn|million)/.test(labels));
    expect('tables have English figures', /\d,\d+\s(Mrd|Mio)\./.test(static_ones) && !/\d\.\d+\s(bn|million)\b/.test(static_ones));
    await page.locator('form[role=search] input').first().fill('Österr');
    await page.locator('[role=option]').first().waitFor();
    await harness.shot(page, 'german', false);
  });
}
