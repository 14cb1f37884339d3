import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import arithmetic from './lint/arithmetic.js';
import layers from './lint/layers.js';
import svelteConfig from './svelte.config.js';

/** The only file that may speak to the shell. */
const TRANSPORT = 'src/lib/api/transport.tauri.ts';

const tauri = { group: ['@tauri-apps/*'], message: `Only ${TRANSPORT} speaks to the shell.` };
/** What is not typed is not checked: the table knows every request and every answer. */
const asNever = {
  selector: 'TSAsExpression > TSNeverKeyword',
  message: 'Nothing is never what it is: give it its type.',
};
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
    plugins: { house: { rules: { arithmetic, layers } } },
    rules: {
      'house/layers': 'error',
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      'no-restricted-syntax': ['error', asNever],
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/prefer-svelte-reactivity': 'off',
      // It reads a reason behind the code as more codes; svelte-check reports ignores that are not
      // needed.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/require-each-key': 'error',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        asNever,
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message:
            'The content security policy blocks style attributes: use a class or a directive.',
        },
      ],
    },
  },
  {
    files: ['src/features/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'house/arithmetic': 'error' },
  },
  {
    files: ['src/lib/api/transport.tauri.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
