// npm run definitions -- export | import | check: service definitions as JSON files. It speaks Swedish, as the faults
// in definitions do: those who own the services use it. 0: done; 1: faults in the file; 2: it could not be done at all.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exportDefinitions } from '@/lib/catalogue/commands/export-definitions';
import { importDefinitions } from '@/lib/catalogue/commands/import-definitions';
import { importSharedDefinitions } from '@/lib/catalogue/commands/import-shared-definitions';
import type { DefinitionProblem } from '@/lib/catalogue/domain/definition-errors';
import { hasVariants, MOST_FILE_BYTES } from '@/lib/catalogue/domain/definition-file';
import { checkImport } from '@/lib/catalogue/queries/check-import';
import { LIBRARY } from '@/lib/catalogue/queries/resolve-document';
import { disconnect } from '@/lib/platform/db';
import { isAppError } from '@/lib/platform/errors';
import { listTenants } from '@/lib/tenants/queries/list-tenants';
import { takeOwnSettings } from './lib/own-settings';
import { explain, PlainError, say } from './lib/progress';

const USAGE = `npm run definitions -- export <kommun> [tjänst] [--out fil] [--whole]   skriver definitionerna, eller en av dem
npm run definitions -- import <kommun> <fil>                            kontrollerar filen och publicerar
npm run definitions -- check <fil>                                      kontrollerar filen och ändrar ingenting

<kommun> är kommunens korta namn, till exempel granvik, eller shared för det som kommunerna ärver.
<fil> kan vara - för standard in och ut. --whole skriver hela definitionen, även där kommunen ärver.`;

const JOB = 'definitions-command';

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, whole: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const [command, ...rest] = positionals;
  const [first, second] = rest;
  if (values.help) {
    say(USAGE);
    return 0;
  }
  if (command === 'check' && first && rest.length === 1) return check(first);
  if (command === 'import' && first && second && rest.length === 2) return importFile(first, second);
  if (command === 'export' && first && rest.length <= 2)
    return exportFile(first, second, values.out ?? '-', values.whole === true);
  throw new PlainError(USAGE);
}

async function check(file: string): Promise<number> {
  const text = readText(file);
  // Only what inherits needs to know what there is to inherit.
  if (hasVariants(text)) await takeOwnSettings();
  const checked = await checkImport(text);
  if (!checked.ok) return tell(checked.problems);
  say(`Inga fel. ${checked.definitions.map(({ definition }) => definition.slug).join(', ')} kan publiceras.`);
  return 0;
}

async function importFile(municipality: string, file: string): Promise<number> {
  const text = readText(file);
  await takeOwnSettings();
  await requireMunicipality(municipality);
  if (municipality === LIBRARY) return importShared(text);
  const actor = { kind: 'job', tenantId: municipality, job: JOB } as const;
  const outcome = await importDefinitions(actor, text, 'command');
  if (!outcome.ok) return tell(outcome.problems);
  for (const service of outcome.services) say(sentence(service));
  return 0;
}

async function importShared(text: string): Promise<number> {
  const outcome = await importSharedDefinitions(JOB, text);
  if (!outcome.ok) return tell(outcome.problems);
  let isHeldBack = false;
  for (const { followed, ...service } of outcome.services) {
    say(sentence(service));
    for (const { tenantId, slug, publication } of followed) {
      if (publication.outcome !== 'refused') {
        say(`  ${tenantId}: ${sentence({ slug, ...publication })}`);
        continue;
      }
      isHeldBack = true;
      say(
        `  ${tenantId}: ${slug} ligger kvar på sin version, eftersom dess ändringar inte går ihop med den nya:`,
      );
      for (const { where, what } of publication.problems) say(`    ${where}: ${what}`);
    }
  }
  return isHeldBack ? 1 : 0;
}

async function exportFile(
  municipality: string,
  slug: string | undefined,
  out: string,
  whole: boolean,
): Promise<number> {
  await takeOwnSettings();
  await requireMunicipality(municipality);
  const actor = { kind: 'job', tenantId: municipality, job: JOB } as const;
  let text: string;
  try {
    text = await exportDefinitions(actor, { slug, whole });
  } catch (error) {
    if (!isAppError(error, 'NotFound')) throw error;
    throw new PlainError(
      `${municipality} har ingen tjänst ${slug ? `som heter ”${slug}”` : 'som är publicerad'}.`,
    );
  }
  // To a pipe it goes bit by bit, and the process must not end before the last.
  if (out === '-') await new Promise((resolve) => process.stdout.write(text, resolve));
  else {
    writeFileSync(out, text);
    say(`Skrev ${out}.`);
  }
  return 0;
}

async function requireMunicipality(name: string): Promise<void> {
  const known = [...(await listTenants()).map(({ id }) => id), LIBRARY];
  if (!known.includes(name))
    throw new PlainError(`Det finns ingen kommun som heter ”${name}”. Välj bland: ${known.join(', ')}.`);
}

/** A file that is much too big is not read at all; how big it may be is said by who reads it. */
function readText(file: string): string {
  try {
    if (file !== '-' && statSync(file).size > 2 * MOST_FILE_BYTES)
      throw new PlainError(`${file} är för stor. Filen får vara högst ${MOST_FILE_BYTES / 1_000_000} MB.`);
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`Filen ${file} går inte att läsa: ${(error as Error).message}`);
  }
}

function tell(problems: readonly DefinitionProblem[]): number {
  say(
    problems.length === 1
      ? 'Ett fel. Ingenting är publicerat.'
      : `${problems.length} fel. Ingenting är publicerat.`,
  );
  for (const { where, what } of problems) say(`  ${where}: ${what}`);
  return 1;
}

const sentence = ({ slug, outcome, version }: { slug: string; outcome: string; version: number }) =>
  outcome === 'unchanged'
    ? `${slug} är som den var, version ${version}. Ingen ny version behövdes.`
    : `${slug} är publicerad som version ${version}.`;

main().then(
  async (code) => {
    await disconnect();
    process.exit(code);
  },
  (error) => {
    const isWrongUse = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${isWrongUse ? `${(error as Error).message}\n\n${USAGE}` : explain(error)}\n`);
    process.exit(2);
  },
);
