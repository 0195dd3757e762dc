import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository as the architecture's tests see it: files, and who imports whom. Paths are relative, with "/". */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Import {
  /** as written: "next/navigation", "@/lib/kernel/ids", "./answers" */
  specifier: string;
  /** the file it leads to, when it is one of ours */
  target: string | null;
  /** erased when compiled */
  isTypeOnly: boolean;
}

export interface SourceFile {
  path: string;
  text: string;
  imports: Import[];
}

const NOT_OURS = new Set([
  'node_modules',
  '.next',
  '.git',
  '.data',
  'generated',
  'test-results',
  'pictures',
  'bench-results',
]);

export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && !entry.name.startsWith('.data'))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

export function readSources(): SourceFile[] {
  return listFiles()
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

// Statements are found by their shape: TypeScript 7 has no API to parse with, and the formatter keeps their shape.
const STATEMENT =
  /^(?:import|export)\s+(?<type>type\s+)?(?:(?<what>[\w*$\s{},]+?)\s+from\s+)?['"](?<specifier>[^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"](?<specifier>[^'"]+)['"]\s*\)/g;

export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const { groups } of text.matchAll(STATEMENT)) {
    const names = /^\{(.*)\}$/s
      .exec(groups?.what?.trim() ?? '')?.[1]
      ?.split(',')
      .map((name) => name.trim());
    const isEachAType = names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
    found.push(makeImport(path, groups?.specifier ?? '', groups?.type !== undefined || isEachAType));
  }
  for (const { groups } of text.matchAll(DYNAMIC))
    found.push(makeImport(path, groups?.specifier ?? '', false));
  return found;
}

function makeImport(path: string, specifier: string, isTypeOnly: boolean): Import {
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? posix.normalize(posix.join(dirname(path), specifier))
      : null;
  return { specifier, target: base === null ? null : fileAt(base), isTypeOnly };
}

function fileAt(base: string): string {
  const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts'];
  const ending = endings.find((end) => /\.\w+$/.test(base + end) && existsSync(join(root, base + end)));
  return base + (ending ?? '');
}
