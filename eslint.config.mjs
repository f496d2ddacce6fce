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

/** Starting processes is for one file of each package that has to; everything else goes through it. */
const PROCESS_MODULES = ['child_process', 'node:child_process', 'cross-spawn', 'cluster', 'node:cluster'];
const noProcesses = {
  paths: PROCESS_MODULES.map((name) => ({
    name,
    allowTypeImports: true,
    message: "Processes are started by the package's launcher file only.",
  })),
};
const LAUNCHERS = [
  // Asks `ps` who lives, where there is no /proc.
  'libs/lab-manager/src/process-identity.ts',
  'libs/netlab-connector/src/process/launch-process.ts',
  'libs/fakenos/src/network/launch-network-process.ts',
  'libs/client/src/launch-watchdog.ts',
  'libs/test-run/src/launch-private-server.ts',
];
/** netlab, and the commands that it and its labs need, are known to the connector only. */
const NETLAB_COMMANDS = 'netlab|containerlab|docker|sudo|ansible-playbook';
const namesNetlab = {
  selector: `CallExpression[arguments.0.value=/^(${NETLAB_COMMANDS})$/]`,
  message: 'Only netlab-connector names netlab and its companions as commands.',
};
const loadsProcessModule = {
  selector: `:matches(ImportExpression[source.value=/child_process|cross-spawn|cluster/], CallExpression[callee.name='require'][arguments.0.value=/child_process|cross-spawn|cluster/])`,
  message: "Processes are started by the package's launcher file only.",
};
const namedExportsOnly = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const notPublished = ['**/*.test.ts', '**/test-fixtures/**', '**/testing/**', 'apps/*-e2e/**'];

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
        FormData: 'readonly',
        Blob: 'readonly',
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
      // What is `using` a resource must not give it back before its promise is done.
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/restrict-template-expressions': 'off',
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'jest', property: 'mock', message: 'Pass a fake in instead.' },
      ],
      'no-restricted-syntax': ['error', namedExportsOnly],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: [...notPublished, ...LAUNCHERS],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', noProcesses],
      'no-restricted-syntax': ['error', namedExportsOnly, loadsProcessModule],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: [...notPublished, ...LAUNCHERS, 'libs/netlab-connector/**'],
    rules: { 'no-restricted-syntax': ['error', namedExportsOnly, loadsProcessModule, namesNetlab] },
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
          // Peers that a user's project brings along; they are found when it runs.
          ignoredDependencies: ['@remote-lab/lab-server', 'jest', 'vitest'],
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
