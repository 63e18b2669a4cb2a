import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { make_compare, number_of, ordered } = await load('table/order');
const { ranking_rows } = await load('ranking');
const { with_pair } = await load('recent');
const { bibtex, plain_reference } = await load('tools');
const { first_year } = await load('chart/timeline');

test('rows: numbers by value, what is missing last either way, equal rows keep their order', () => {
  const keys = [5, null, 30, 5, -1], compare = make_compare('en');
  assert.deepEqual(ordered(5, (i) => keys[i], false, compare), [4, 0, 3, 2, 1]);
  assert.deepEqual(ordered(5, (i) => keys[i], true, compare), [2, 0, 3, 4, 1]);
});

test('words by the reader’s language', () => {
  const words = ['Zypern', 'Österreich', 'Oman'], compare = make_compare('de');
  assert.deepEqual(ordered(3, (i) => words[i], false, compare).map((i) => words[i]), ['Oman', 'Österreich', 'Zypern']);
});

test('a number out of a cell', () => {
  assert.equal(number_of('5\u202f008 USD'), 5008);
  assert.equal(number_of('\u221212.5 %'), -12.5);
  assert.equal(number_of('none'), null);
});

test('the whole ranking from its CSV', () => {
  const file = ranking_rows('from,to,from_name,to_name,value,unit,currency,period,reporter,source,key\nDEU,KAZ,Germany,Kazakhstan,5.5e9,money,USD,2023-01-01,DEU,x,00\nKAZ,DEU,Kazakhstan,Germany,,money,USD,2023-01-01,KAZ,x,01\n', ['Place', 'From', 'To', 'Value'], (word) => word);
  assert.equal(file.rows.length, 2);
  assert.deepEqual(file.rows[0], [1, 'DEU', 'KAZ', 5.5e9, 'Germany']);
  assert.equal(file.rows[1][3], null, 'no figure is no zero');
  assert.equal(file.columns[3].unit, 'USD');
  assert.equal(ranking_rows('a,b\n1,2\n', [], (word) => word), null);
  const german = ranking_rows('from,to,from_name,to_name,value,unit,currency,period,reporter,source,key\nDEU,KAZ,Germany,Kazakhstan,5.5e9,money,USD,2023-01-01,DEU,x,00\n', ['Place', 'From', 'To', 'Value'], (word) => word, { DEU: 'Deutschland' });
  assert.deepEqual(german.names, { DEU: 'Deutschland', KAZ: 'Kazakhstan' }, 'names of the page before those of the file');
  assert.equal(german.rows[0][4], 'Deutschland');
});

test('recent pairs: the newest first, a pair once, whichever side it was read from', () => {
  const pair = (a, b) => ({ a, b, name_a: a, name_b: b });
  const list = with_pair(with_pair([pair('FRA', 'KAZ')], pair('DEU', 'KAZ')), pair('KAZ', 'FRA'));
  assert.deepEqual(list.map((one) => one.a + one.b), ['KAZFRA', 'DEUKAZ']);
  let many = [];
  for (let i = 0; i < 20; i += 1) many = with_pair(many, pair('DEU', `X${i}`));
  assert.equal(many.length, 8);
});

test('citations: the edition is named, and no field breaks out of BibTeX', () => {
  const one = { title: 'Germany & {Kazakhstan}', edition: '347f', edition_date: '2026-04-13', address: 'https://x.test/pair/DEU/KAZ/', day: '2026-11-26' };
  assert.match(plain_reference(one, 'accessed'), /Edition 347f \(2026-04-13\)\. https:\/\/x\.test\/pair\/DEU\/KAZ\/ \(accessed 2026-11-26\)\.$/);
  assert.match(bibtex(one), /title = \{\{Germany \\& Kazakhstan\}\}/);
});

test('the year of an uncertain date', () => {
  assert.equal(first_year('28 August 1941'), 1941);
  assert.equal(first_year('1939 to 1945'), 1939);
  assert.equal(first_year('undated'), null);
});
