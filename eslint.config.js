import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

const WHY = 'core and domain are pure: time, ids and actor arrive with the command';

/** What would make a replay depend on when and where it runs. */
const impureGlobals = [
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'console',
  'performance',
  'crypto',
  'require',
].map((name) => ({ name, message: WHY }));

const impureProperties = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['Temporal', 'Now'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
].map(([object, property]) => ({ object, property, message: WHY }));

const impureSyntax = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date() reads the clock'],
  ['CallExpression[callee.name="Date"]', 'Date() reads the clock'],
  ['ImportSpecifier[imported.name=/^(randomUUID|randomBytes|randomInt)$/]', 'random values are brought in'],
  ['MemberExpression[object.name="globalThis"]', 'globalThis goes round the bans'],
].map(([selector, what]) => ({ selector, message: `${what}; ${WHY}` }));

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.data/', 'test/layers/fixtures/', '**/generated/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // tsc reports these already, knowing every global, and wants brackets for process.env.
      'no-undef': 'off',
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['libs/core/**/*.ts', 'libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
      'no-restricted-syntax': ['error', ...impureSyntax],
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts'],
    rules: {
      // Matchers such as expect.objectContaining(…) are typed any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { module: 'writable' } } },
);
