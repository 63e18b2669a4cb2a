// No pair whose relations were cut, and by no source resumed, reads as if it had relations.
//   node severed-pairs.mjs PROGRAM EDITION RESULT    verdicts are appended to RESULT
import { appendFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const [program, edition, result] = process.argv.slice(2);
const run = (...words) => execFileSync(program, [...words, '--edition', edition], { encoding: 'utf8', maxBuffer: 1 << 26 });
const sql = `
  WITH made AS (SELECT e.pair, e.kind, e.day_from, e.day_to, s.key AS source FROM event e JOIN source s ON s.id = e.source
                WHERE e.kind IN ('relations_established', 'relations_severed', 'relations_suspended', 'relations_resumed') AND e.pair >= 65536 AND s.role = 'facts'),
       cut AS (SELECT pair, max(day_to) AS last FROM made WHERE source = 'wikipedia_foreign_relations' AND kind IN ('relations_severed', 'relations_suspended') GROUP BY ALL)
  SELECT a.key AS a, b.key AS b FROM cut JOIN made USING (pair) JOIN state a ON a.id = pair // 65536 JOIN state b ON b.id = pair % 65536
  GROUP BY ALL HAVING NOT coalesce(bool_or(made.kind IN ('relations_established', 'relations_resumed') AND day_from > last), false) ORDER BY ALL`;
const pairs = run('query', sql, '--format', 'csv').trim().split('\n').slice(1).map((line) => line.split(','));
const current = [];
for (const [a, b] of pairs) {
  const text = run('dossier', a, b, '--profile', 'brief', '--format', 'text', '--output', '-').replace(/\s+/g, ' ');
  // What says that there are relations, or that there were and no more: "cannot be told" and "without relations" are not "current".
  if (!/sever|suspend|without relations|cannot be told|were not states at the same time|\bended\b/.test(text.split('Missions')[0])) current.push(`${a}-${b}`);
}
const verdict = pairs.length >= 53 && current.length === 0 ? 'PASSED' : 'FAILED';
appendFileSync(result, `${verdict}\trule 2: none of the severed pairs reads as current\t0\t${pairs.length} pairs; as current: ${current.join(', ') || 'none'}\n`);
console.log(`${pairs.length} pairs whose relations were cut; reading as current: ${current.join(', ') || 'none'}`);
process.exit(verdict === 'PASSED' ? 0 : 1);
