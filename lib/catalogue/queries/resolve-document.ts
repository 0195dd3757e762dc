import 'server-only';
import { read, type Tx } from '@/lib/platform/db';
import type { ServiceDefinition } from '../domain/definition';
import { checkDocument, type DefinitionProblem, schemaProblems } from '../domain/definition-errors';
import { checkVariant, isVariant, type VariantDocument, variantSchema } from '../domain/definition-variant';
import { findPublishedInTx } from './published-definition';

/** Under this name, which no municipality has, lie the definitions that municipalities inherit. */
export const LIBRARY = 'shared';

export interface SharedDefinition {
  slug: string;
  version: number;
  definition: ServiceDefinition;
}

/** A checked definition, and whence it came. */
export interface ResolvedDefinition {
  definition: ServiceDefinition;
  /** what was written, where that names a shared definition, and which version of it was used */
  inherited: { variant: VariantDocument; sharedVersion: number } | null;
}

export type Resolution = ({ ok: true } & ResolvedDefinition) | { ok: false; problems: DefinitionProblem[] };

/** Makes a document, written in full or as a variant of a shared definition, a checked definition, or says its faults. */
export async function resolveDocument(
  document: unknown,
  findShared: (slug: string) => Promise<SharedDefinition | null> = findSharedDefinition,
): Promise<Resolution> {
  if (!isVariant(document)) {
    const checked = checkDocument(document);
    return checked.ok ? { ...checked, inherited: null } : checked;
  }
  const parsed = variantSchema.safeParse(document, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: schemaProblems(document, parsed.error) };
  const variant = parsed.data;
  const shared = await findShared(variant.inherits);
  return shared ? resolveVariant(variant, shared) : { ok: false, problems: [unknownShared(variant)] };
}

export function resolveVariant(variant: VariantDocument, shared: SharedDefinition): Resolution {
  const checked = checkVariant(shared.definition, variant.changes);
  return checked.ok ? { ...checked, inherited: { variant, sharedVersion: shared.version } } : checked;
}

const findSharedDefinition = (slug: string) => read({ tenantId: LIBRARY }, (tx) => findSharedInTx(tx, slug));

/** In a transaction of the library's own, or of the database's owner. */
export async function findSharedInTx(tx: Tx, slug: string): Promise<SharedDefinition | null> {
  const found = await findPublishedInTx(tx, LIBRARY, slug);
  return found && { slug, version: found.version, definition: found.definition };
}

const unknownShared = ({ inherits }: VariantDocument): DefinitionProblem => ({
  where: 'inherits',
  what: `Det finns ingen delad definition som heter ”${inherits}”.`,
});
