// npm run make-migration -- add-messages
// Writes the next migration's SQL: the difference between the schema as committed and the schema as it is now.
// What the schema language can't say (row-level security, grants, checks) is added by hand to the file it writes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine } from '@prisma/schema-engine-wasm';
import { startTestServer } from '@/lib/testing/test-server';
import { noFilters, type SchemaFile, schemaFiles } from './lib/prisma-schema';
import { giveUp, PlainError, say } from './lib/progress';

async function makeMigration(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z0-9-]+$/.test(name)) {
    throw new PlainError('Give it a name in small letters: npm run make-migration -- add-messages');
  }
  const sql = await sqlBetween(committedSchema(), schemaFiles());
  const numbers = readdirSync('prisma/migrations').map((folder) => Number.parseInt(folder, 10) || 0);
  const folder = `prisma/migrations/${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}_${name.replaceAll('-', '_')}`;
  if (existsSync(folder)) throw new PlainError(`${folder} is there already.`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/migration.sql`, sql);
  say(
    `Wrote ${folder}/migration.sql. Read it, add what the schema can't say, and commit it with the schema.`,
  );
}

/** The engine compares two texts, and yet wants a database that answers: any will do, and nothing is done to it. */
async function sqlBetween(before: SchemaFile[], files: SchemaFile[]): Promise<string> {
  const ownServer = process.env.DATABASE_URL ? undefined : await startTestServer();
  const connectionString = process.env.DATABASE_URL ?? ownServer?.url('postgres') ?? '';
  try {
    return await diff(before, files, connectionString);
  } finally {
    await ownServer?.stop();
  }
}

async function diff(before: SchemaFile[], files: SchemaFile[], connectionString: string): Promise<string> {
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString })),
  );
  const { stdout } = await engine.diff({
    from: before.length > 0 ? { tag: 'schemaDatamodel', files: before } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: noFilters,
  });
  return stdout ?? '';
}

function committedSchema(): SchemaFile[] {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' });
  const paths = git('ls-tree', '-r', '--name-only', 'HEAD', 'prisma').split('\n');
  return paths
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => ({ path, content: git('show', `HEAD:${path}`) }));
}

/** For the test that compares what the migrations make with what the schema says. */
const printWholeSchema = async () => say(await sqlBetween([], schemaFiles()));

const [argument] = process.argv.slice(2);
(argument === '--print-whole-schema' ? printWholeSchema() : makeMigration(argument)).then(
  () => process.exit(0),
  giveUp,
);
