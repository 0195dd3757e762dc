import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingOptionalPackages } from '@/scripts/lib/lock-file';
import { whyForbidden } from './layer-rules';
import { importsOf, listFiles, readSources, root, type SourceFile } from './source-files';

const sources = readSources();
const files = listFiles();
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);
/** The file's path for each source that the rule finds wanting: an empty list is a kept rule. */
const breaking = (rule: (file: SourceFile) => boolean) => sources.filter(rule).map(({ path }) => path);

describe('imports', () => {
  it('are read in all their shapes', () => {
    const text = [
      "import 'server-only';",
      "import { a, type B } from './one';",
      "import type { C } from '@/lib/kernel/ids';",
      "import {\n  type D,\n  type E,\n} from 'two';",
      "export { f } from '../three';",
      "const g = await import('four');",
    ].join('\n');
    expect(importsOf('lib/x/y.ts', text)).toEqual([
      { specifier: 'server-only', target: null, isTypeOnly: false },
      { specifier: './one', target: 'lib/x/one', isTypeOnly: false },
      { specifier: '@/lib/kernel/ids', target: 'lib/kernel/ids.ts', isTypeOnly: true },
      { specifier: 'two', target: null, isTypeOnly: true },
      { specifier: '../three', target: 'lib/three', isTypeOnly: false },
      { specifier: 'four', target: null, isTypeOnly: false },
    ]);
  });

  it('keep to the layers', () => {
    const broken = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, target }) => {
        const why = whyForbidden(path, target ?? specifier, target !== null);
        return why ? [`${path} → ${target ?? specifier}: ${why}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('go in no circles', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('bring nothing of Next’s into the worker', () => {
    const byPath = new Map(sources.map((file) => [file.path, file]));
    const reached = new Map<string, string>();
    const walk = (path: string, from: string) => {
      if (reached.has(path)) return;
      reached.set(path, `${from} → ${path}`);
      for (const { specifier, target, isTypeOnly } of byPath.get(path)?.imports ?? []) {
        if (isTypeOnly) continue;
        if (target) walk(target, path);
        else if (/^(next|react|react-dom)(\/|$)/.test(specifier))
          reached.set(specifier, `${path} → ${specifier}`);
      }
    };
    walk('scripts/worker.ts', '');
    expect([...reached].filter(([path]) => /^(next|react)/.test(path)).map(([, way]) => way)).toEqual([]);
  });

  it('go to files, not through barrels', () => {
    const allowed = ['prisma/seed/index.ts'];
    const isBarrel = ({ path, text }: SourceFile) =>
      !allowed.includes(path) && (/(^|\/)index\.tsx?$/.test(path) || /^export \* /m.test(text));
    expect(breaking(isBarrel)).toEqual([]);
  });
});

describe('server code', () => {
  it('says so in its first statement, wherever the database is within reach', () => {
    const isServers = (path: string) => /^lib\/[^/]+\/(commands\/|queries\/|access\.ts|api\.ts)/.test(path);
    const firstStatement = (text: string) => text.replace(/^(\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*/, '');
    expect(
      breaking(({ path, text }) => {
        return isServers(path) && !isTest(path) && !firstStatement(text).startsWith("import 'server-only';");
      }),
    ).toEqual([]);
  });

  it('reads its settings in one place', () => {
    // next-auth takes its address from the environment alone; its adapter says there whom it may trust.
    const may =
      /^(lib\/platform\/env\.ts|lib\/identity\/broker\/ask-next-auth\.ts|lib\/testing\/|scripts\/|demo\/|e2e\/|[^/]+\.ts$)/;
    expect(
      breaking(({ path, text }) => !may.test(path) && !isTest(path) && /process\.env\b/.test(text)),
    ).toEqual([]);
  });

  it('offers no function that checks no rights to other modules', () => {
    const isOffered = ({ path, text }: SourceFile) =>
      /^lib\/[^/]+\/api\.ts$/.test(path) && /\bunscoped[A-Z]/.test(text);
    expect(breaking(isOffered)).toEqual([]);
  });
});

describe('names', () => {
  it('are words with hyphens', () => {
    const isName = (name: string) =>
      /^(\[+[.]*[a-zA-Z]+\]+|\([a-z-]+\)|[a-z0-9-]+)((\.[a-z0-9-]+)*)$/.test(name);
    const parts = sources.flatMap(({ path }) =>
      path
        .split('/')
        .filter((part) => !isName(part))
        .map(() => path),
    );
    expect(parts).toEqual([]);
  });

  it('say what is inside, never "utils"', () => {
    const vague = /(^|\/)(utils?|helpers?|common|services?|managers?|misc)(\/|\.)/;
    expect(breaking(({ path }) => /^(lib|components|scripts|demo)\//.test(path) && vague.test(path))).toEqual(
      [],
    );
  });

  it('of tests are x.test.ts, x.db.test.ts, and x.spec.ts in e2e', () => {
    const isOther = (path: string) =>
      /\b(test|spec)s?\.[jt]sx?$/.test(path) &&
      !path.startsWith('scripts/') &&
      !(path.startsWith('e2e/') ? /\/[a-z0-9-]+\.spec\.ts$/ : /\/[a-z0-9-]+(\.db)?\.test\.tsx?$/).test(path);
    expect(files.filter(isOther)).toEqual([]);
  });

  it('of commands and queries are those of their functions', () => {
    const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const exported = /^export (?:async function|function|const) (\w+)/gm;
    const lacksItsFunction = ({ path, text }: SourceFile) => {
      const name = /^lib\/[^/]+\/(?:commands|queries)\/([a-z0-9-]+)\.ts$/.exec(path)?.[1];
      if (!name) return false;
      const functions = [...text.matchAll(exported)].map(([, exportedName]) => exportedName ?? '');
      // Beside the use cases stands what several of them do in their own transaction.
      const isShared = functions.every((fn) => fn.endsWith('InTx'));
      return !isShared && !functions.some((fn) => fn.toLowerCase() === camel(name).toLowerCase());
    };
    expect(breaking(lacksItsFunction)).toEqual([]);
  });
});

describe('size', () => {
  it('is about 300 lines; longer files say why at the top', () => {
    const isTooLong = ({ path, text }: SourceFile) =>
      !isTest(path) && text.split('\n').length > 330 && !/^\s*(\/\/|\/\*)/.test(text);
    expect(breaking(isTooLong)).toEqual([]);
  });
});

describe('browser specs that run at the same time', () => {
  it('share no person: each has one phone, and one list of log-ins', () => {
    const users = sources
      .filter(({ path }) => /^e2e\/(journeys|boundaries)\/.*\.spec\.ts$/.test(path))
      .flatMap(({ path, text }) => {
        const names = /import \{([^}]*)\} from '\.\.\/fixtures\/people'/.exec(text)?.[1] ?? '';
        return names.split(',').flatMap((name) => (name.trim() ? [{ path, name: name.trim() }] : []));
      });
    const shared = users.filter(({ name }, at) => users.findIndex((user) => user.name === name) !== at);
    expect(users.length).toBeGreaterThan(5);
    expect(shared).toEqual([]);
  });
});

describe('documents', () => {
  it('cite paths that exist', () => {
    const broken = files
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        citedPaths(path)
          .filter((cited) => !isThere(path, cited))
          .map((cited) => `${path}: ${cited}`),
      );
    expect(broken).toEqual([]);
  });

  it('and so do code, schema and migrations', () => {
    const cited =
      /(?<![\w/.@-])(?:app|components|demo|docs|e2e|lib|prisma|scripts)\/[\w./()[\]-]+\.(?:tsx?|prisma|sql|md|css|json)\b/g;
    const broken = files
      .filter((path) => /\.(tsx?|prisma|sql|css)$/.test(path) && !isTest(path))
      .flatMap((path) =>
        [...readFileSync(join(root, path), 'utf8').matchAll(cited)]
          .filter(([file]) => !existsSync(join(root, file)))
          .map(([file]) => `${path}: ${file}`),
      );
    expect(broken).toEqual([]);
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

  it('names the packages of every platform (if not: npm run lock)', () => {
    expect(missingOptionalPackages(lock).map(({ name }) => name)).toEqual([]);
  });

  it('agrees with package.json', () => {
    const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      expect(lock.packages[''][kind]).toEqual(wanted[kind]);
    }
  });
});

/** Each circle of value imports once, as a path that comes back to its start. */
function findCircles(all: SourceFile[]): string[] {
  const targets = new Map(
    all.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target, isTypeOnly }) => (target && !isTypeOnly ? [target] : [])),
    ]),
  );
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return circles;
}

/** Paths in backticks that begin in one of our folders, and the targets of links; patterns and examples left out. */
function citedPaths(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/```[\s\S]*?```/g, '');
  const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
  const inBackticks = [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, cited]) => (cited ?? '').replace(/[:#].*$/, ''))
    .filter((cited) => cited.includes('/') && folders.has(cited.split('/')[0]));
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map(([, target]) => target ?? '');
  return [...inBackticks, ...links].filter((cited) => !/[*<>{}…|]|NNNN/.test(cited));
}

function isThere(file: string, cited: string): boolean {
  const bases = [cited, posix.join(dirname(file), cited)];
  return bases.some((base) => ['', '.ts', '.tsx'].some((ending) => existsSync(join(root, base + ending))));
}
