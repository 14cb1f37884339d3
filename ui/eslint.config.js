import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The only file that may speak to the shell. */
const TRANSPORT = 'src/lib/api/transport.tauri.ts';

const tauri = { group: ['@tauri-apps/*'], message: `Only ${TRANSPORT} speaks to the shell.` };
const layer = (name) => [`$${name}`, `$${name}/*`, `**/${name}/**`];

/** A layer may use only what stands below it: app, then features, then kit and lib. */
const layers = [
  { files: 'src/features/**', forbidden: layer('app'), message: 'A feature does not know the app.' },
  {
    files: 'src/kit/**',
    forbidden: [...layer('app'), ...layer('features'), '$lib/api/*', '$lib/data/*', '$lib/state/*'],
    message: 'The kit knows only itself, the catalogue and the key registry.',
  },
  {
    files: 'src/lib/**',
    forbidden: [...layer('app'), ...layer('features'), ...layer('kit')],
    message: 'lib stands at the bottom.',
  },
];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/lib/api/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      // It reads a reason behind the code as more codes; svelte-check reports ignores that are not needed.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/require-each-key': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The content security policy blocks style attributes: use a class or a style: directive.',
        },
      ],
    },
  },
  ...layers.map(({ files, forbidden, message }) => ({
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns: [tauri, { group: forbidden, message }] }],
    },
  })),
  {
    files: ['src/lib/api/transport.tauri.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
