import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = (folder: string) => fileURLToPath(new URL(`./src/${folder}`, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  // Relative addresses work at tauri://localhost, http://tauri.localhost and under `vite preview`.
  base: './',
  resolve: {
    alias: {
      $app: src('app'),
      $features: src('features'),
      $parts: src('parts'),
      $kit: src('kit'),
      $lib: src('lib'),
    },
    // Without this, tests would load the server build of Svelte.
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
  },
  build: {
    target: 'safari16',
    // The content security policy allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  server: { port: 1420, strictPort: true },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'lint/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
    // A busy machine is slow, not wrong: no test asserts how long something takes.
    testTimeout: 30_000,
  },
});
