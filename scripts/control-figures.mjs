// Control figures of the full edition, looked for in the dossiers that the program wrote.
//   node control-figures.mjs FOLDER RESULT    FOLDER holds <A>-<B>.json and .txt; verdicts are appended to RESULT
import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [folder, result] = process.argv.slice(2);

// Every number of a JSON document, also those written inside its texts ("5,008 million").
function numbersOf(value, into = []) {
  if (typeof value === 'number') into.push(value);
  else if (typeof value === 'string') {
    for (const found of value.matchAll(/-?\d[\d,\u202f\u00a0 ]*(\.\d+)?/g)) into.push(Number(found[0].replace(/[^\d.-]/g, '')));
  } else if (value && typeof value === 'object') for (const part of Object.values(value)) numbersOf(part, into);
  return into;
}

const read = (pair) => {
  const json = readFileSync(`${folder}/${pair}.json`, 'utf8');
  return { json, text: readFileSync(`${folder}/${pair}.txt`, 'utf8'), numbers: numbersOf(JSON.parse(json)) };
};

let failed = 0;
function check(name, good, message = '') {
  if (!good) failed++;
  const line = `${good ? 'PASSED' : 'FAILED'}\t${name}\t0\t${good ? '' : message}`;
  console.log(line);
  if (result) appendFileSync(result, line + '\n');
}

const germanyKazakhstan = read('DEU-KAZ');
// As published, in millions; the program may hold it in units.
for (const [name, millions, step] of [
  ['imports of Germany 2012, COW', 5008, 0.5], ['imports of Germany 2014, COW', 5770, 0.5],
  ['imports of Kazakhstan 2012, COW', 2271, 0.5], ['imports of Kazakhstan 2014, COW', 2401, 0.5],
  ['exports of Germany 2023, Eurostat, EUR', 3218.1, 0.06], ['imports of Kazakhstan 2023, BNS, USD', 3033.3, 0.06],
  ['imports of Kazakhstan 2023, BNS, in EUR', 2805.3, 0.06], ['direct investment of Germany 2018, IMF', 541.585, 0.0006],
]) {
  const found = germanyKazakhstan.numbers.some((n) => Math.abs(n - millions) < step || Math.abs(n / 1e6 - millions) < step);
  check(`DEU-KAZ ${name}`, found, `${millions} million is nowhere in the dossier`);
}
check('DEU-KAZ born in Kazakhstan, living in Germany 2020', germanyKazakhstan.numbers.includes(1128201), '1,128,201 is nowhere in the dossier');
for (const words of ['1991-12-31', '1992-02-11', 'onfidential', 'Almaty', 'Atyrau', 'Bonn', 'Frankfurt', 'Mun']) {
  check(`DEU-KAZ names ${words}`, germanyKazakhstan.json.includes(words), `"${words}" is nowhere in the JSON`);
}

// Every statement of the article is a fact of the dossier, cited by its row: the curated tables say which row holds which statement.
const article = 'enwiki_germany_kazakhstan';
const { sources, citations } = JSON.parse(germanyKazakhstan.json);
const cited = new Set(citations.filter((c) => sources[c.source].id === article).map((c) => `${c.file} ${c.record}`));
const statements = new Map();
for (const table of ['events', 'missions', 'observations', 'presences', 'statements']) {
  const file = `data/curated/${table}.csv`;
  readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8').split('\n').slice(1).forEach((line, i) => {
    const found = line.match(new RegExp(`${article},statement (\\d+)$`));
    if (found && cited.has(`${file} row ${i + 1}`)) statements.set(Number(found[1]), file);
  });
}
const missing = Array.from({ length: 33 }, (_, i) => i + 1).filter((n) => !statements.has(n));
check('DEU-KAZ holds the 33 statements of the article, each cited', missing.length === 0, `not there: ${missing.join(', ')}`);

const iran = read('IRN-USA');
check('IRN-USA established', iran.json.includes('1883-06-11'), '1883-06-11 is nowhere in the JSON');
check('IRN-USA severed', iran.json.includes('1980-04-07'), '1980-04-07 is nowhere in the JSON');
check('rule 2: IRN-USA never says since 1883', !/since[^.\n]{0,20}1883/i.test(iran.text), 'the text says "since 1883"');
check('rule 25: RUS-UKR never says allies', !/\ball(y|ies|ied)\b/i.test(read('RUS-UKR').text), 'the text speaks of allies');
// What is said, before the list of sources and its notes.
const thin = read('NRU-BTN').text.split('\nSources\n')[0].trimEnd().split('\n').length;
check('NRU-BTN says what there is on one screen of 64 lines', thin <= 64, `it has ${thin} lines before its sources`);
process.exit(failed ? 1 : 0);
