import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentHash } from '../run/content-hash';
import { findLabCalls, type LabCalls } from './find-lab-calls';
import { importCandidates } from './import-candidates';

/** More than a test file imports, less than a mistake could follow. */
const FOLLOWED_FILES = 300;

/** What is known of one test file before it is run. */
export interface PlannedFile {
  readonly file: string;
  /** Whether it, or a file that it imports by a relative path, uses a lab. */
  readonly usesLab: boolean;
  /** The same for files whose labs are built from the same content; undefined when it names no topology. */
  readonly lab?: string;
  /** Whether it wants a lab that nobody shares. */
  readonly fresh: boolean;
}

/** What is known of the selected test files, in their order. */
export type LabPlan = readonly PlannedFile[];

/** Reads a text file; `undefined` when it cannot be read. */
export type ReadText = (file: string) => Promise<string | undefined>;

/** Looks for labs in test files and in what they import, without running them. */
export async function labPlan(files: readonly string[], read: ReadText = readText): Promise<LabPlan> {
  const calls = new Map<string, Promise<LabCalls | undefined>>();
  const callsIn = (file: string): Promise<LabCalls | undefined> => {
    const known =
      calls.get(file) ?? read(file).then((text) => (text === undefined ? undefined : findLabCalls(text)));
    calls.set(file, known);
    return known;
  };
  return Promise.all(files.map((file) => planFile(file, callsIn, read)));
}

async function planFile(
  file: string,
  callsIn: (file: string) => Promise<LabCalls | undefined>,
  read: ReadText,
): Promise<PlannedFile> {
  const all = await followImports(file, callsIn);
  const [topology] = all.flatMap(({ topologies }) => topologies);
  const usesLab = all.some((calls) => calls.usesLab);
  if (!usesLab || topology === undefined) return { file, usesLab, fresh: false };
  const location = path.resolve(path.dirname(file), topology.path);
  const content = await read(location);
  return {
    file,
    usesLab,
    fresh: topology.fresh,
    lab: content === undefined ? location : contentHash(Buffer.from(content)),
  };
}

/** What the file says first, then what its imports say. */
async function followImports(
  file: string,
  callsIn: (file: string) => Promise<LabCalls | undefined>,
): Promise<readonly LabCalls[]> {
  const found: LabCalls[] = [];
  const seen = new Set([file]);
  for (const current of seen) {
    const calls = await callsIn(current);
    if (calls === undefined) continue;
    found.push(calls);
    for (const specifier of calls.imports) {
      const imported = await firstReadable(importCandidates(current, specifier), callsIn);
      if (imported !== undefined && seen.size < FOLLOWED_FILES) seen.add(imported);
    }
  }
  return found;
}

async function firstReadable(
  candidates: readonly string[],
  callsIn: (file: string) => Promise<LabCalls | undefined>,
): Promise<string | undefined> {
  for (const candidate of candidates) if ((await callsIn(candidate)) !== undefined) return candidate;
  return undefined;
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Whatever is wrong with it, the runner will say so when it runs the file.
    return undefined;
  }
}
