// Looks at Comity's pages in a real Chromium.
//   node browser/check.mjs RESULT SHOTS ADDRESS [--static] [--only WORD] [--part pages|use]
// Verdicts are appended to RESULT (verdict, name, milliseconds, trouble), pictures go to SHOTS.
import { parseArgs } from 'node:util';
import { check_pages } from './check-pages.mjs';
import { check_use } from './check-use.mjs';
import { Harness } from './harness.mjs';

const { values: { static: is_static = false, only, part }, positionals: [result, shots, address] } = parseArgs({ allowPositionals: true, options: { static: { type: 'boolean' }, only: { type: 'string' }, part: { type: 'string' } } });
const harness = await Harness.start({ result, shots, address });
if (only) {
  const test = harness.test.bind(harness);
  harness.test = (name, options, run) => (name.includes(only) ? test(name, options, run) : undefined);
}
try {
  if (part !== 'use') await check_pages(harness, is_static);
  if (part !== 'pages') await check_use(harness, is_static);
} finally {
  await harness.stop();
}
process.exitCode = harness.failed > 0 ? 1 : 0;
