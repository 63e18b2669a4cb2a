#!/usr/bin/env node
// Writes package-lock.json anew after package.json has changed:  node scripts/lock-parts.mjs
// Of the npm package `duckdb` only the C header is used, so the lock file leaves its dependencies out (they build its Node
// addon, 118 packages), and `npm ci` installs what the lock file says. (Overrides would do the same, but npm 9.2, which
// Debian 12 has, cannot read a lock file with aliases in overrides.) Addresses are left out too: any registry may serve.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const wanted = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies);
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '') continue;
  delete entry.resolved;
  delete entry.dependencies;
  if (!wanted.includes(path.replace('node_modules/', ''))) delete lock.packages[path];
}
writeFileSync('package-lock.json', JSON.stringify(lock, null, 2) + '\n');
