import tseslint from 'typescript-eslint';

const appsScriptParser = [
  // Google lists these as parse errors: https://developers.google.com/apps-script/guides/v8-runtime
  { selector: 'PrivateIdentifier', message: 'Apps Script refuses #private members.' },
  { selector: 'PropertyDefinition[static=true]', message: 'Apps Script refuses static field declarations.' },
  { selector: 'StaticBlock', message: 'Apps Script refuses static blocks.' },
  // Whether an entry function that returns a promise is awaited is not stated.
  { selector: ':function[async=true]', message: 'Apps Script has no asynchronous I/O; write a task.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', '**/*.cjs', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...appsScriptParser] } },
  {
    files: ['src/core/**/*.ts', 'src/google/**/*.ts', 'src/engine/**/*.ts', 'src/app/**/*.ts', 'src/cards/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'console', 'Logger', 'SpreadsheetApp', 'PropertiesService', 'UrlFetchApp', 'Utilities'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }, { object: 'Date', property: 'now' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'Date', 'console'] },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' } },
);
