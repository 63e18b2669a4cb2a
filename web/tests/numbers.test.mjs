import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { number_words, value_words, tick_words, exact, year_words } = await load('numbers');
const { csv_cell, csv_text, parse_csv } = await load('csv');
const plain = (text) => text.replace(/[\u202f\u00a0]/g, ' ');

test('numbers are grouped from five digits on, by narrow spaces or German full stops', () => {
  assert.equal(number_words(1450, 'en'), '1450');
  assert.equal(number_words(1128201, 'en'), '1\u202f128\u202f201');
  assert.equal(number_words(1128201, 'de'), '1.128.201');
  assert.equal(number_words(1992, 'de'), '1992');
  assert.equal(number_words(-12345.678, 'de', 1), '\u221212.345,7');
  assert.equal(plain(number_words(-12345.678, 'en', 1)), '\u221212 345.7');
  assert.equal(number_words(-0.2, 'en'), '0');
});

test('values are scaled, the unit behind a no-break space', () => {
  assert.equal(plain(value_words(8.75e9, 'EUR', 'en')), '8.75 bn EUR');
  assert.equal(plain(value_words(541585000, 'USD', 'en')), '542 million USD');
  assert.equal(plain(value_words(8.75e9, 'EUR', 'de')), '8,75 Mrd. EUR');
  assert.equal(plain(value_words(62.5, 'percent', 'en')), '62.5 %');
  assert.equal(plain(value_words(0, 'USD', 'en')), '0 USD');
  assert.equal(plain(value_words(999.96e6, 'USD', 'en')), '1 bn USD');
});

test('ticks of one axis share a scale', () => {
  assert.equal(plain(tick_words(2e9, 1e9, 5e9, null, 'en')), '2');
  assert.equal(plain(tick_words(5e9, 1e9, 5e9, 'USD', 'en')), '5 billion USD');
  assert.equal(plain(tick_words(2.5e9, 5e8, 5e9, null, 'de')), '2,5');
});

test('exact numbers have at most 15 digits', () => {
  assert.equal(exact(0.1 + 0.2), '0.3');
  assert.equal(exact(1613684827.72878), '1613684827.72878');
});

test('years have no separators; parts of years become months', () => {
  assert.equal(year_words(2019, 'en'), '2019');
  assert.equal(year_words(2020.5, 'en'), 'July 2020');
  assert.equal(year_words(2020.5, 'de'), 'Juli 2020');
});

test('CSV: quotes where they are needed, nothing for what is missing', () => {
  assert.equal(csv_cell('a"b'), '"a""b"');
  assert.equal(csv_text([['x', 1.5, null], ['a,b', 'c\nd', 0]]), 'x,1.5,\n"a,b","c\nd",0\n');
});

test('CSV: what is written is read again', () => {
  const rows = [['a', 'b "c"', ''], ['1,5', 'line\nend', 'ü']];
  assert.deepEqual(parse_csv(csv_text(rows)), rows);
  assert.deepEqual(parse_csv('a,b\r\n1,2'), [['a', 'b'], ['1', '2']]);
  assert.deepEqual(parse_csv(''), []);
});
