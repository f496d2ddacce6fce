/** What the examples of a package's README take for granted, as one line of TypeScript. */
export const PRELUDES: Readonly<Record<string, string>> = {
  'libs/lab-manager/README.md':
    "declare const backend: import('@remote-lab/lab-manager').LabBackend; declare const bundle: import('@remote-lab/topology').TopologyBundle; declare function log(...words: unknown[]): void;",
  'libs/session-queue/README.md':
    "declare const prepare: import('@remote-lab/session-queue/contract').StoreContractOptions['prepare']; declare const { describe, test, expect }: import('@remote-lab/session-queue/contract').TestRunner;",
  'libs/topology/README.md': "import { readFile } from 'node:fs/promises';",
};
