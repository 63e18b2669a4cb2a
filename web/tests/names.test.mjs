import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { fold, match_rank, NameIndex, split_pair } = await load('fold');

const states = [
  { key: 'KAZ', name: 'Kazakhstan', names: ['Казахстан', 'Kasachstan', 'Қазақстан', '哈萨克斯坦', 'كازاخستان', 'कज़ाख़स्तान'] },
  { key: 'CIV', name: 'Côte d’Ivoire', names: ['Ivory Coast', 'Elfenbeinküste'] },
  { key: 'SUN', name: 'Soviet Union', names: ['Sowjetunion'], current: false },
  { key: 'SOM', name: 'Somalia', names: [] },
  { key: 'USA', name: 'United States', names: ['United States of America'] },
  { key: 'GBR', name: 'United Kingdom', names: [] },
];

test('fold: case, accents and punctuation go, letters of every script stay', () => {
  assert.equal(fold("Côte d’Ivoire"), 'cote divoire');
  assert.equal(fold('STRAẞE'), 'strasse');
  assert.equal(fold('Қазақстан'), 'қазақстан');
  assert.equal(fold('कज़ाख़स्तान'), fold('कज़ाख़स्तान'));
  assert.ok(fold('भारत').length > 2, 'vowel signs are letters');
});

test('match: whole name, beginning, beginning of a word, middle', () => {
  assert.equal(match_rank('ivory coast', 'ivory coast'), 0);
  assert.equal(match_rank('ivory coast', 'ivo'), 1);
  assert.equal(match_rank('ivory coast', 'coa'), 2);
  assert.equal(match_rank('ivory coast', 'vory'), 3);
  assert.equal(match_rank('ivory coast', 'ry'), null);
});

test('suggest: any script, the name that matched beside the name shown', () => {
  const index = new NameIndex(states);
  for (const typed of ['Казахстан', 'каза', 'kasach', '哈萨', 'كازا', 'KAZ']) {
    assert.equal(index.suggest(typed)[0]?.key, 'KAZ', typed);
  }
  assert.equal(index.suggest('каза')[0].matched, 'Казахстан');
  assert.deepEqual(index.suggest('   '), []);
  assert.deepEqual(index.suggest('zzz'), []);
});

test('suggest: states that are stand before those that were', () => {
  assert.deepEqual(new NameIndex(states).suggest('so').map((one) => one.key), ['SOM', 'SUN']);
});

test('suggest: one line a state', () => {
  assert.deepEqual(new NameIndex(states).suggest('united').map((one) => one.key), ['USA', 'GBR'].sort((a, b) => (a === 'USA' ? -1 : 1)));
});

test('a pair in one box', () => {
  assert.deepEqual(split_pair('Germany – Kaz'), { first: 'Germany', rest: 'Kaz' });
  assert.deepEqual(split_pair('Deutschland und Kasachstan'), { first: 'Deutschland', rest: 'Kasachstan' });
  assert.deepEqual(split_pair('Guinea-Bissau'), { first: null, rest: 'Guinea-Bissau' });
  assert.deepEqual(split_pair('Germany – '), { first: 'Germany', rest: '' });
  assert.deepEqual(split_pair('Kazakhstan'), { first: null, rest: 'Kazakhstan' });
});
