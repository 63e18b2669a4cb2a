// A module of src/ for the tests: bundled by esbuild, which Vite brings, so that node needs to know no TypeScript.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

export async function load(module) {
  const entry = fileURLToPath(new URL(`../src/${module}.ts`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false, platform: 'neutral', mainFields: ['module', 'main'], loader: { '.css': 'empty' } });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
