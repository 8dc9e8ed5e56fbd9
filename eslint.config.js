import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const oneDoor = (name, where) => ({ name, message: `Only ${where} may import this; go through it.` });

// The hash is escaped because these groups are read like a .gitignore, where it starts a comment.
const nodeOnly = {
  group: ['node:*', 'electron', 'electron/*', '\\#electron/**'],
  message: 'The page is sandboxed: ask the main process through renderer/bridge.',
};
const pureOnly = {
  group: ['node:*', 'electron', 'electron/*', 'axios', '\\#electron/**', '**/renderer/**'],
  message: 'shared/ is pure: take what you need as a parameter.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'test-results',
      'playwright-report',
      'coverage',
      'test/fixtures/fences',
    ],
  },
  js.configs.recommended,
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A switch counts once: exhaustive switches are how kinds are told apart here.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [pureOnly] }] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': ['error', { patterns: [nodeOnly] }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The page makes no requests; the main process owns the executor.' },
        { name: 'localStorage', message: 'Settings and views are kept by the main process.' },
      ],
      'no-restricted-properties': [
        'error',
        ...['window', 'self', 'globalThis'].map((object) => ({
          object,
          property: 'flowbench',
          message: 'Only renderer/bridge touches the bridge.',
        })),
      ],
    },
  },
  { files: ['renderer/bridge/**'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['electron/**/*.ts'],
    ignores: ['electron/ipc/register-handlers.ts', 'electron/ipc/publish-event.ts', 'electron/preload.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: oneDoor('electron', 'electron/ipc and electron/preload.ts').message,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/{executor,cookies,vault,workspace,settings,runs,cli,sample}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'This code also runs in plain Node: take a port instead.' }] },
      ],
    },
  },
  { files: ['electron/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      'no-restricted-exports': 'off',
    },
  },
  {
    files: ['*.config.{ts,js}', 'playwright.config.ts', 'vitest.config.ts', 'electron.vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-exports': 'off' },
  },
);
