import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const m = await load('chart/model');
const { spread, text_lines } = await load('chart/labels');

const chart = () => ({
  type: 'line_chart', title: 'Trade in both sets of books', subtitle: 'USD', unit: 'USD', log_scale: false,
  series: [
    { name: 'A to B, A’s books', side: 'a', points: [{ x: 2000, y: 100, label: '100 USD' }, { x: 2001, y: 110 }, { x: 2002, y: null, why: 'confidential' }, { x: 2003, y: 130 }] },
    { name: 'A to B, B’s books', side: 'a', dashed: true, points: [{ x: 2000, y: 90 }, { x: 2001, y: 0, suspect: true }] },
    { name: 'B to A, B’s books', side: 'b', points: [{ x: 2001, y: 50 }] },
  ],
  bands: [[0, 1]], marks: [{ x: 2001.5, text: 'break' }],
});
const rates = { EUR: { 2000: 0.8, 2001: 0.9, 2003: 1.25 } };

test('a currency by the mean of each year; a year without a rate is a gap that says so', () => {
  const euro = m.in_currency(chart(), 'EUR', rates, 'no rate');
  assert.equal(euro.unit, 'EUR');
  assert.equal(euro.series[0].points[0].y, 125);
  assert.equal(euro.series[0].points[0].label, undefined, 'the label was of the other currency');
  assert.deepEqual(m.in_currency(chart(), 'EUR', { EUR: { 2000: 0.8 } }, 'no rate').series[0].points[1], { x: 2001, y: null, why: 'no rate' });
  assert.equal(euro.series[0].points[2].why, 'confidential', 'a gap keeps its reason');
});

test('no rate, no choice', () => {
  assert.deepEqual(m.currencies_for(chart(), undefined), []);
  assert.deepEqual(m.currencies_for(chart(), { KZT: { 1994: 0.03 } }), ['USD']);
  assert.deepEqual(m.currencies_for(chart(), rates), ['USD', 'EUR']);
  assert.deepEqual(m.currencies_for({ ...chart(), unit: 'persons' }, rates), []);
});

test('millions are said in units of one', () => {
  assert.deepEqual(m.money_of('million USD'), ['USD', 1e6]);
  assert.equal(m.money_of('persons'), null);
  assert.equal(m.in_currency({ ...chart(), unit: 'million USD' }, 'EUR', rates, '').series[0].points[0].y, 125e6);
});

test('whose books: solid lines are the sender’s own', () => {
  assert.deepEqual(chart().series.map(m.books_of), ['a', 'b', 'b']);
  assert.equal(m.has_two_books(chart()), true);
});

test('fewer lines: bands follow their lines or go', () => {
  assert.deepEqual(m.only(chart(), (_, i) => i !== 2).bands, [[0, 1]]);
  assert.deepEqual(m.only(chart(), (_, i) => i !== 0).bands, []);
});

test('a period cuts points and marks', () => {
  const cut = m.in_period(chart(), { from: 2001, to: 2001 });
  assert.deepEqual(cut.series.map((one) => one.points.length), [1, 1, 1]);
  assert.deepEqual(cut.marks, []);
});

test('gaps and suspect figures part a line (rule 12)', () => {
  assert.deepEqual(m.joined_stretches(chart().series[0], false).map((one) => one.map((p) => p.x)), [[2000, 2001], [2003]]);
  assert.deepEqual(m.joined_stretches(chart().series[1], false).map((one) => one.map((p) => p.x)), [[2000]]);
});

test('rows: gaps without a value, reasons beside them', () => {
  const rows = m.rows_of(chart(), 'suspect');
  assert.deepEqual(rows[2], { series: 'A to B, A’s books', x: 2002, value: null, unit: 'USD', note: 'confidential' });
  assert.equal(rows[5].note, 'suspect');
});

test('indexed: the first year that all lines have is 100', () => {
  const two = { ...chart(), series: chart().series.slice(0, 2) };
  const out = m.indexed(two);
  assert.equal(out.series[0].points[0].y, 100);
  assert.equal(out.series[0].points[1].y, 110.00000000000001);
  assert.deepEqual(m.indexed(chart()).series, [], 'no common year: nothing, rather than another base');
});

test('labels stand near their lines and never on each other', () => {
  const labels = [10, 12, 200].map((wanted) => ({ wanted, height: 30, top: 0 }));
  spread(labels, 0, 240, 6);
  assert.deepEqual(labels.map((label) => label.top), [10, 46, 200]);
  const low = [190, 195].map((wanted) => ({ wanted, height: 30, top: 0 }));
  spread(low, 0, 220, 6);
  assert.deepEqual(low.map((label) => label.top), [154, 190]);
});

test('words break into lines, the last with an ellipsis', () => {
  const measure = (text) => text.length;
  assert.deepEqual(text_lines('Germany to Kazakhstan, books', 12, 3, measure), ['Germany to', 'Kazakhstan,', 'books']);
  assert.deepEqual(text_lines('one two three four five', 8, 2, measure), ['one two', 'three f…']);
});

test('reconciled figures: by direction and method; no figure is no point', async () => {
  const { reconciled_rows, reconciled_chart } = await load('chart/reconciled');
  const rows = reconciled_rows('from,to,indicator,period_start,period_months,variant,value\nA,B,x,2000-01-01,12,larger,100\nB,A,x,2000-01-01,12,larger,7\nA,B,x,2001-01-01,12,larger,\nA,B,x,2000-01-01,12,weighted,95\nA,B,x,2000-03-01,1,larger,5\n');
  assert.equal(rows.length, 3);
  const out = reconciled_chart(chart(), rows, 'larger', 'A', { a: 'A', b: 'B' }, 'larger');
  assert.deepEqual(out.series.map((one) => [one.side, one.points]), [['a', [{ x: 2000, y: 100 }]], ['b', [{ x: 2000, y: 7 }]]]);
  assert.equal(out.unit, 'USD');
  assert.equal(reconciled_chart(chart(), rows, 'weighted', 'A', { a: 'A', b: 'B' }, '').series.length, 1);
});
