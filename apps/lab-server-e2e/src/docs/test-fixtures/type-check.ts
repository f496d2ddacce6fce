import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { CodeBlock } from './code-blocks';
import { REPOSITORY } from './repository';

/** A block with the declarations that its page takes for granted. */
export interface TypedBlock {
  readonly block: CodeBlock;
  /** TypeScript that is put in front, on the block's first line. */
  readonly prelude: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noEmit: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
};

/** What the compiler says against the blocks, as `file:line: message`. It sees the built packages' declarations. */
export function typeErrors(blocks: readonly TypedBlock[]): readonly string[] {
  const sources = new Map(
    blocks.map(({ block, prelude }, index) => {
      const path = join(
        REPOSITORY,
        dirname(block.file),
        `__block-${index}.${block.language === 'ts' ? 'mts' : 'mjs'}`,
      );
      return [path, { block, text: `${prelude}\n${block.text}\nexport {};\n` }] as const;
    }),
  );
  const host = ts.createCompilerHost(OPTIONS, true);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const source = sources.get(path);
    return source === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, source.text, language, true);
  };
  const program = ts.createProgram([...sources.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    const { file, start = 0 } = diagnostic;
    const block = file === undefined ? undefined : sources.get(file.fileName)?.block;
    if (file === undefined || block === undefined) return message;
    // Line 0 of the file is the prelude, so line n of it is n lines below the fence.
    return `${block.file}:${block.line + ts.getLineAndCharacterOfPosition(file, start).line}: ${message}`;
  });
}
