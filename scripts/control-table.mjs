// The control figures of every publisher's data set, as a table: source, figure, stated, found, verdict.
//   node control-table.mjs EDITION [RESULT]    verdicts are appended to RESULT; exit 1 where one does not hold
// The figures are the lines of tests/sources/rules/control_figures_of_every_source.sql, which the tests ask too.
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [edition, result] = process.argv.slice(2);
if (!edition) {
  console.error('node control-table.mjs EDITION [RESULT]');
  process.exit(2);
}
const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// What control_prelude.sql gives to tests, in a form that fits into one SELECT.
const prelude = `WITH figure AS (SELECT src.key AS source, ind.key AS indicator, a.key AS from_state, b.key AS to_state, r.key AS reporter, o.* EXCLUDE (source, indicator, from_state, to_state, reporter)
FROM observation o JOIN source src ON src.id = o.source JOIN indicator ind ON ind.id = o.indicator LEFT JOIN state a ON a.id = o.from_state LEFT JOIN state b ON b.id = o.to_state LEFT JOIN state r ON r.id = o.reporter),
account AS (SELECT s.key AS source, sum(records_read) AS records_read, sum(facts) AS facts FROM ledger l JOIN source s ON s.id = l.source GROUP BY s.key)\n`;
const inlined = (sql) => sql.replace(/source_id\('(\w+)'\)/g, "(SELECT id FROM source WHERE key = '$1')").replace(/state_id\('(\w+)'\)/g, "(SELECT id FROM state WHERE key = '$1')")
  .replace(/indicator_id\('(\w+)'\)/g, "(SELECT id FROM indicator WHERE key = '$1')");

const figures = readFileSync(here('tests/sources/rules/control_figures_of_every_source.sql'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('SELECT'))
  .map((line) => line.match(/^SELECT \* FROM \((SELECT .*)\) WHERE loaded\('(\w+)'\) AND \((.*)\)$/));
const parts = figures.map(([, inner, source, breach], n) => `SELECT ${n} AS n, source, figure, stated, found, ${breach} AS differs,
EXISTS (SELECT 1 FROM ledger WHERE source = (SELECT id FROM source WHERE key = '${source}')) AS loaded FROM (${inlined(inner)})`);
const program = process.env.COMITY ?? here('comity');
const answer = execFileSync(program, ['query', prelude + parts.join('\nUNION ALL ') + '\nORDER BY n', '--format', 'json', '--edition', edition], { maxBuffer: 1 << 26 });
const rows = JSON.parse(answer);

let failed = 0, skipped = 0;
for (const row of rows) {
  const holds = row.differs === false;
  if (!row.loaded) skipped++;
  else if (!holds) failed++;
  const verdict = !row.loaded ? 'not in this edition' : holds ? 'holds' : 'DIFFERS';
  console.log([row.source, row.figure, row.stated, row.found ?? '', verdict].join('\t'));
  if (result && row.loaded) appendFileSync(result, `${holds ? 'PASSED' : 'FAILED'}\tcontrol figure ${row.source}: ${row.figure}\t0\t${holds ? '' : `stated ${row.stated}, found ${row.found}`}\n`);
}
const folders = readdirSync(here('sources')).length;
console.log(`${rows.length} figures of ${new Set(rows.map((r) => r.source)).size} sources: ${rows.length - failed - skipped} hold, ${failed} differ, ${skipped} of sources not in this edition (${folders} folders of sources)`);
process.exit(failed ? 1 : 0);
