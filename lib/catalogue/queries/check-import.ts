import 'server-only';
import type { DefinitionProblem } from '../domain/definition-errors';
import { readDefinitionFile } from '../domain/definition-file';
import { isVariant } from '../domain/definition-variant';
import { type ResolvedDefinition, resolveDocument } from './resolve-document';

export type CheckedImport =
  | { ok: true; definitions: ResolvedDefinition[] }
  | { ok: false; problems: DefinitionProblem[] };

/**
 * Checks the text of a file with definitions, all of them: the faults of every definition, each with which it is in.
 * Only variants need the database, which has what they inherit. Asks for no rights, since it tells nothing but what
 * stands in the file and in the shared definitions, which are public.
 */
export async function checkImport(text: string): Promise<CheckedImport> {
  const file = readDefinitionFile(text);
  if (!file.ok) return file;
  const several = file.documents.length > 1;
  const definitions: ResolvedDefinition[] = [];
  const problems: DefinitionProblem[] = [];
  for (const [index, document] of file.documents.entries()) {
    const resolved = await resolveDocument(document);
    const name = nameOf(document) ?? `definition nummer ${index + 1}`;
    if (!resolved.ok) {
      problems.push(
        ...resolved.problems.map(({ where, what }) => ({
          where: several ? `${name} › ${where}` : where,
          what,
        })),
      );
    } else if (definitions.some(({ definition }) => definition.slug === resolved.definition.slug)) {
      problems.push({ where: name, what: 'Filen har två definitioner med det namnet. Ta bort den ena.' });
    } else {
      definitions.push(resolved);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, definitions };
}

function nameOf(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { slug, inherits } = document as Record<string, unknown>;
  return [slug, isVariant(document) && inherits].find((name) => typeof name === 'string') as
    | string
    | undefined;
}
