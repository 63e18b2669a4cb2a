// Builds src/main.ts and src/main.css into dist/assets: names carry hashes, and dist/assets.json says which name the page asks for.
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: process.env.COMITY_WEB_OUT ?? 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inlined as data: addresses, no polyfill that would run before the page: the policy of the pages allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'assets.json',
    reportCompressedSize: false,
    // Hashes in hexadecimal: cmake/embed_web.cmake takes them off again to find a file by its stem.
    rollupOptions: { input: { main: 'src/main.ts' }, output: { hashCharacters: 'hex' } },
  },
});
