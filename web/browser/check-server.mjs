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

  await harness.test('audit: a text from a file, marked up', {}, async (page) => {
    const sample = process.env.COMITY_AUDIT_TEXT;
    await open(page, 'audit/');
    const text = sample ? await readFile(sample, 'utf8') : 'Germany and Kazakhstan established diplomatic relations in 1991. Germany has an embassy in Astana. Kazakhstan has an embassy in Berlin.\n';
    await page.locator('input[type=file]').setInputFiles({ name: 'article.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.waitForFunction((length) => document.querySelector('textarea').value.length >= length, Math.min(text.length, 100));
    await page.locator('main form button').last().click();
    await page.locator('#audit-result .c, .audit .c').first().waitFor({ timeout: 30_000 });
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
    await page.locator('form[role=search] input').first().fill('Österr');
    await page.locator('[role=option]').first().waitFor();
    await harness.shot(page, 'german', false);
  });
}
