import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const web = fileURLToPath(new URL('..', import.meta.url)), checker = `${web}node_modules/typescript/bin/tsc`;

test('the types hold', { skip: existsSync(checker) ? false : 'TypeScript is not installed' }, () => {
  try {
    execFileSync(process.execPath, [checker, '--noEmit', '--project', web], { encoding: 'utf8' });
  } catch (error) {
    throw new Error(error.stdout);
  }
});
