import type { ServiceDefinition } from './definition';
import type { DefinitionProblem } from './definition-errors';
import { isVariant, type VariantDocument } from './definition-variant';

/*
 * The file that definitions are exported to and imported from: JSON with a mark of what it is and in which edition, so
 * that a file of another sort, or of a later portal, is known as such before anything in it is judged.
 */

const FORMAT = 'mina-sidor/definitions';
const EDITION = 1;
/** All services of a municipality in four languages are a fifth of this. */
export const MOST_FILE_BYTES = 4_000_000;
/** The deepest definition has about fifteen levels; what comes here from outside may have a million. */
const MOST_LEVELS = 60;

/** Told apart from other files by `format`; `edition` counts up when the shape changes. */
export interface DefinitionFile {
  format: typeof FORMAT;
  edition: typeof EDITION;
  definitions: (ServiceDefinition | VariantDocument)[];
}

export const writeDefinitionFile = (definitions: DefinitionFile['definitions']): string =>
  `${JSON.stringify({ format: FORMAT, edition: EDITION, definitions } satisfies DefinitionFile, null, 2)}\n`;

export type ReadFile = { ok: true; documents: unknown[] } | { ok: false; problems: DefinitionProblem[] };

const refuse = (what: string, where = 'hela filen'): ReadFile => ({
  ok: false,
  problems: [{ where, what }],
});

/** The documents in a file, not yet checked. */
export function readDefinitionFile(text: string): ReadFile {
  if (text.trim() === '') return refuse('Filen är tom. Välj en fil som har exporterats härifrån.');
  if (new TextEncoder().encode(text).length > MOST_FILE_BYTES)
    return refuse(`Filen är för stor. Den får vara högst ${MOST_FILE_BYTES / 1_000_000} MB.`);
  let content: unknown;
  try {
    // Editors on Windows put a mark first that JSON doesn't know.
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse(
      `Filen går inte att läsa som JSON${placeOf(error)}. Oftast fattas ett kommatecken, ett citattecken eller en klammer.`,
    );
  }
  const fault = unfit(content);
  if (fault) return refuse(fault);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    return refuse(`Filen ska börja med {"format": "${FORMAT}", "edition": ${EDITION}, "definitions": […]}.`);
  const { format, edition, definitions, ...other } = content as Record<string, unknown>;
  if (format !== FORMAT)
    return refuse(`Det här är ingen fil med definitioner. Skriv "format": "${FORMAT}".`, 'format');
  if (edition !== EDITION)
    return refuse(`Filen är av en annan utgåva än vi kan läsa. Vi läser utgåva ${EDITION}.`, 'edition');
  if (!Array.isArray(definitions) || definitions.length === 0)
    return refuse('Här ska det vara en lista med minst en definition.', 'definitions');
  const [stranger] = Object.keys(other);
  if (stranger !== undefined)
    return refuse(`Det här känns inte igen: ${stranger}. Rätta stavningen eller ta bort det.`);
  return { ok: true, documents: definitions };
}

/** Whether something in the file can only be judged with what it inherits at hand. */
export function hasVariants(text: string): boolean {
  const file = readDefinitionFile(text);
  return file.ok && file.documents.some(isVariant);
}

/**
 * Where JSON.parse stopped, as the engine says it: "at position 17 (line 2 column 5)", or by quoting what stands there,
 * `Unexpected token '}', ..."minutes": }, "p"... is not valid JSON`.
 */
function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const place = /line (\d+) column (\d+)/.exec(message);
  if (place) return `: läsningen stannade på rad ${place[1]}, tecken ${place[2]}`;
  const quoted = /"([\s\S]*)"(?:\.{3})? is not valid JSON/.exec(message)?.[1];
  return quoted ? `: läsningen stannade vid ”${quoted.replace(/\s+/g, ' ')}”` : '';
}

/**
 * What no definition holds, and what would stop the program that stores it. Level by level, since a walk that calls
 * itself would end in a full stack.
 */
function unfit(content: unknown): string | null {
  let level: unknown[] = [content];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return 'Filen har för många nivåer inuti varandra. Ingen definition ser ut så.';
    if (level.some(isBrokenText))
      return 'Filen har en text med ett tecken som inte går att visa. Skriv om texten utan det.';
    // Names come along with what they name: they are stored too.
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null ? Object.entries(node).flat() : [],
    );
  }
  return null;
}

/** Half a character has no UTF-8 form, and PostgreSQL keeps no zero. */
const isBrokenText = (node: unknown): boolean =>
  typeof node === 'string' && (!node.isWellFormed() || node.includes('\0'));
