// npm run systems -- list | connect | new-secret | drop-old-secret: the case systems that a municipality is joined to.
// As the database's owner: the portal itself can't say who may use its API.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/platform/generated/client';
import { connectSystem, dropOldSecret, renewSecret } from './lib/connect-system';
import { ownersAddress } from './lib/database';
import { takeOwnSettings } from './lib/own-settings';
import { explain, PlainError, say } from './lib/progress';
import { readSystemFile } from './lib/system-file';

const USAGE = `npm run systems -- list <municipality>                            the systems, their keys and how they are spoken with
npm run systems -- connect <municipality> <file>                  connects a system, or changes how it is connected
npm run systems -- new-secret <municipality> <client id>          a new secret to sign webhooks with, beside the old one
npm run systems -- drop-old-secret <municipality> <client id>     when the system uses the new one

<municipality> is its short name, for instance granvik. <file> is JSON (docs/operating.md), - for standard in.`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' } },
  });
  const [command, tenantId, what, ...rest] = positionals;
  if (values.help) return say(USAGE);
  const run = deeds[command ?? ''];
  const isRight = run && tenantId && rest.length === 0 && (command === 'list') === (what === undefined);
  if (!isRight) throw new PlainError(USAGE);
  await takeOwnSettings();
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownersAddress(), max: 2 }) });
  try {
    await requireMunicipality(db, tenantId);
    await run(db, tenantId, what ?? '');
  } finally {
    await db.$disconnect();
  }
}

const deeds: Record<string, (db: PrismaClient, tenantId: string, what: string) => Promise<void>> = {
  list,
  connect,
  'new-secret': async (db, tenantId, clientId) => {
    tellSecret(await renewSecret(db, tenantId, clientId));
    say('Messages are signed with the old one too, until you run drop-old-secret.');
  },
  'drop-old-secret': async (db, tenantId, clientId) => {
    const isDropped = await dropOldSecret(db, tenantId, clientId);
    say(
      isDropped ? 'Only the new secret signs from now on.' : 'There is only one secret. Nothing was changed.',
    );
  },
};

async function connect(db: PrismaClient, tenantId: string, file: string): Promise<void> {
  const read = readSystemFile(readText(file));
  if (!read.ok)
    throw new PlainError(['Nothing was changed. The file is not right:', ...read.problems].join('\n  '));
  const { system } = read;
  if (process.env.APP_ENV === 'production' && system.address?.startsWith('http:'))
    throw new PlainError('Nothing was changed. In production the address must begin with https://');
  const { isNew, newSecret } = await connectSystem(db, tenantId, system);
  say(`${system.clientId} ${isNew ? 'is connected' : 'is as the file says'}.`);
  if (newSecret) tellSecret(newSecret);
  if (isNew && system.keys.length === 0 && system.connector !== 'file-drop')
    say('It has no key yet and can ask for no token: put its public key in the file and run this again.');
}

function tellSecret(secret: string): void {
  say('The secret that webhooks to it are signed with. It is shown this once; hand it over in a safe way:');
  say(`  ${secret}`);
}

async function list(db: PrismaClient, tenantId: string): Promise<void> {
  const systems = await db.backOfficeSystem.findMany({
    where: { tenantId },
    include: { keys: { orderBy: { createdAt: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  });
  if (systems.length === 0) say(`No system is connected to ${tenantId}.`);
  for (const { clientId, name, connector, webhookUrl, active, services, keys } of systems) {
    say(`${clientId}  ${name}${active ? '' : '  (switched off)'}`);
    say(`  ${connector}${webhookUrl ? `, ${webhookUrl}` : ''}`);
    say(`  services: ${services.join(', ') || 'none'}`);
    for (const { kid, expiresAt, lastUsedAt } of keys)
      say(
        `  key ${kid}: ${expiresAt ? `until ${expiresAt.toISOString()}` : 'without end'}, ${
          lastUsedAt ? `last used ${lastUsedAt.toISOString()}` : 'never used'
        }`,
      );
  }
}

async function requireMunicipality(db: PrismaClient, tenantId: string): Promise<void> {
  const tenants = (await db.tenant.findMany({ select: { id: true } })).map(({ id }) => id);
  if (!tenants.includes(tenantId))
    throw new PlainError(
      `There is no municipality called "${tenantId}". There are: ${tenants.sort().join(', ')}.`,
    );
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new PlainError(`The file ${file} can't be read: ${(error as Error).message}`);
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    const isWrongUse = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${isWrongUse ? `${(error as Error).message}\n\n${USAGE}` : explain(error)}\n`);
    process.exit(2);
  },
);
