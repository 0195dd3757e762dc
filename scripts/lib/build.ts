import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { schemaPaths } from './prisma-schema';
import { runNode } from './processes';
import { step } from './progress';

const generatedStamp = 'lib/platform/generated/made-from.txt';
const buildStamp = '.next/built-from.txt';

/** Makes the typed database client, when the schema is newer than it. */
export async function ensureDatabaseClient(signal?: AbortSignal): Promise<void> {
  const sources = hashOf(['package-lock.json', ...schemaPaths()]);
  if (isUpToDate(generatedStamp, sources)) return;
  await step('Making the database client', () =>
    runNode(['node_modules/prisma/build/index.js', 'generate'], {
      // The engine it would download is for migrating, which scripts/migrate.ts does without. Any program will do.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      signal,
    }),
  );
  await writeFile(generatedStamp, sources);
}

/** Builds the portal, when anything it is made of has changed since the last time. */
export async function ensureBuild(signal?: AbortSignal): Promise<void> {
  const sources = hashOf([
    ...['package-lock.json', 'tsconfig.json', 'next.config.js', 'proxy.ts', 'instrumentation.ts'].filter(
      (file) => existsSync(file),
    ),
    ...['app', 'components', 'lib', 'public', 'prisma/models'].flatMap(filesUnder),
  ]);
  if (isUpToDate(buildStamp, sources) && existsSync('.next/BUILD_ID') && existsSync('.next/public')) return;
  await step('Building the portal (half a minute or so; only after a change)', () =>
    runNode(['node_modules/next/dist/bin/next', 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      signal,
    }),
  );
  await step('Compressing its files', compressFiles);
  await writeFile(buildStamp, sources);
}

/** What the content of a freshly prepared database follows from. */
export const databaseSources = (): string =>
  hashOf(['package-lock.json', ...['prisma', 'lib', 'demo', 'scripts'].flatMap(filesUnder)]);

/** What an invented city (scripts/bench/city.ts) depends on: with any of it changed, it is filled anew. */
export const citySources = (): string =>
  hashOf([
    'scripts/bench/cases-fill.ts',
    'scripts/bench/city-care.ts',
    'scripts/bench/city-fill.ts',
    'scripts/bench/city-rows.ts',
    'scripts/bench/city-tables.ts',
    ...filesUnder('prisma/migrations'),
  ]);

/** Brotli at its best, once; scripts/portal.ts sends it to browsers that take it, which is all of them. */
async function compressFiles(): Promise<void> {
  // The rest of public/ is for the server to read.
  for (const folder of ['icons', 'push', 'themes']) {
    rmSync(`.next/public/${folder}`, { recursive: true, force: true });
    cpSync(`public/${folder}`, `.next/public/${folder}`, { recursive: true });
  }
  for (const folder of ['.next/static', '.next/public']) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg)$/.test(file)) continue;
      const path = `${folder}/${file}`;
      await writeFile(`${path}.br`, await brotli(readFileSync(path)));
    }
  }
}

const brotli = promisify(brotliCompress);

export const isUpToDate = (stamp: string, sources: string) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/** What goes into the build: no tests, nothing generated, no notes to readers. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (path === 'lib/testing' || path === 'lib/platform/generated') return [];
      if (statSync(path).isDirectory()) return filesUnder(path);
      return /\.test\.tsx?$|\.md$/.test(name) ? [] : [path];
    });
}
