import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import * as jsonc from 'jsonc-eslint-parser';
import tseslint from 'typescript-eslint';

/** Arrows point one way; see docs/architecture.md. A project without one of these tags may depend on nothing. */
const layers = [
  { sourceTag: 'layer:ground', onlyDependOnLibsWithTags: ['layer:ground'] },
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:ground'] },
  { sourceTag: 'layer:adapter', onlyDependOnLibsWithTags: ['layer:ground', 'layer:domain'] },
  { sourceTag: 'layer:consumer', onlyDependOnLibsWithTags: ['layer:ground', 'layer:consumer'] },
  { sourceTag: 'layer:tool', onlyDependOnLibsWithTags: ['layer:ground', 'layer:consumer'] },
  { sourceTag: 'layer:server', onlyDependOnLibsWithTags: ['layer:ground', 'layer:domain', 'layer:adapter'] },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['*'] },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/coverage', '**/.nx', '**/node_modules'] },
  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        performance: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints: layers }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': 'off',
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'jest', property: 'mock', message: 'Pass a fake in instead.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['**/package.json'],
    // The root and the end-to-end tests are never published: what they need is a matter of the lock file alone.
    ignores: ['package.json', 'apps/*-e2e/package.json'],
    languageOptions: { parser: jsonc },
    plugins: { '@nx': nx },
    rules: {
      '@nx/dependency-checks': [
        'error',
        {
          ignoredFiles: [
            '{projectRoot}/**/*.test.ts',
            '{projectRoot}/**/test-fixtures/**',
            '{projectRoot}/jest.config.cjs',
          ],
        },
      ],
    },
  },
);
