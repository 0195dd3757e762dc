import type * as z from 'zod';
import { type ServiceDefinition, serviceDefinitionSchema } from './definition';
import { guideSentences } from './definition-guide';
import { prefillSentences } from './definition-prefill';
import { signerSentences } from './definition-signers';

/** One fault in a definition, in words for the person who owns the service. */
export interface DefinitionProblem {
  /** e.g. "sida home › fråga living › label" */
  where: string;
  what: string;
}

export type CheckedDefinition =
  | { ok: true; definition: ServiceDefinition }
  | { ok: false; problems: DefinitionProblem[] };

/** Checks a document against the meta-schema. All faults at once, each with where it is and what to do. */
export function checkDocument(document: unknown): CheckedDefinition {
  const parsed = serviceDefinitionSchema.safeParse(document, { reportInput: true });
  return parsed.success
    ? { ok: true, definition: parsed.data }
    : { ok: false, problems: schemaProblems(document, parsed.error) };
}

/** What a schema found wrong with a document (parsed with `reportInput`), in words. */
export const schemaProblems = (document: unknown, error: z.core.$ZodError): DefinitionProblem[] =>
  error.issues.flatMap(unfolded).map((issue) => ({
    where: placeInWords(document, issue.path),
    what: sentence(issue),
  }));

/**
 * Where something may be written in one of several ways, the faults of the way that was meant: the one that is of the
 * same sort as what stands there and has the fewest faults.
 */
function unfolded(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.message in ours) return [issue];
  const isOtherSort = ({ code, path }: z.core.$ZodIssue) =>
    path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
  const [meant] = issue.errors
    .filter((faults) => faults.length > 0 && !faults.some(isOtherSort))
    .sort((a, b) => a.length - b.length);
  if (!meant) return [issue];
  return meant.flatMap((fault) => unfolded({ ...fault, path: [...issue.path, ...fault.path] }));
}

const nouns: Record<string, string> = {
  pages: 'sida',
  groups: 'grupp',
  fields: 'fråga',
  columns: 'kolumn',
  limits: 'gräns',
  options: 'alternativ',
  relations: 'relation',
  others: 'underskrift av',
  outcomes: 'förslag',
  advice: 'råd',
};

/** Names instead of numbers: "pages.2.groups.0.fields.1.label" says nothing to someone who edits a document. */
function placeInWords(document: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let node: unknown = document;
  let noun: string | undefined;
  for (const step of path) {
    node =
      typeof node === 'object' && node !== null ? (node as Record<PropertyKey, unknown>)[step] : undefined;
    if (typeof step === 'number' && noun) {
      words.push(`${noun} ${nameOf(node) ?? `nummer ${step + 1}`}`);
      noun = undefined;
      continue;
    }
    // The list itself is named only where the fault is in it and not in one of its items.
    noun = step === path.at(-1) ? undefined : nouns[String(step)];
    if (!noun) words.push(typeof step === 'number' ? `nummer ${step + 1}` : String(step));
  }
  return words.length > 0 ? words.join(' › ') : 'hela dokumentet';
}

function nameOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { slug, id, value } = node as { slug?: unknown; id?: unknown; value?: unknown };
  return [slug, id, value].find((name): name is string => typeof name === 'string');
}

const languageNames = new Intl.DisplayNames('sv', { type: 'language' });

const ours: Record<string, (params: Record<string, string>) => string> = {
  slug: () => 'Skriv ett namn med små bokstäver a–z, siffror och bindestreck, till exempel ”om-dig”.',
  language: () => 'Skriv språkets kod med två bokstäver, till exempel ”sv”.',
  'empty-text': () => 'Texten är tom. Skriv texten.',
  date: () => 'Skriv ett datum som finns, så här: 2026-11-24.',
  rule: () =>
    'Villkoret går inte att läsa. Ett villkor skrivs till exempel {"==": [{"var": "fråga"}, "svar"]} och kan sättas ihop med "and", "or", "!" och "in".',
  'rule-part': ({ name }) =>
    `Villkoret frågar efter ”${name}”, men ett sådant värde finns inte i svaret. Frågor med flera rutor skrivs med punkt, till exempel ”tid.from” eller ”inkomster.belopp”.`,
  'rule-number': ({ name }) =>
    `Villkoret räknar med ”${name}”, som inte är ett tal. Bara frågor efter tal, belopp och datum kan räknas med och jämföras i storlek.`,
  'rule-date': ({ name }) => `Villkoret räknar dagar från ”${name}”, som inte är ett datum.`,
  'limit-place': ({ name }) =>
    `Gränsen ska visas vid ”${name}”, men ingen fråga på den här sidan har det id:t.`,
  'limit-own': ({ name }) =>
    `Gränsen visas vid ”${name}” men handlar inte om den frågan. Ta med frågan i villkoret, eller visa gränsen vid en fråga som är med.`,
  'column-name': ({ name }) =>
    `Kolumnen kan inte heta ”${name}”: namnet används redan i gruppen. Välj ett annat id.`,
  'column-rule': ({ name }) =>
    `Kolumnen ”${name}” kan inte ha villkor eller ifyllt svar. Lägg frågan utanför gruppen i stället.`,
  address: () =>
    'Skriv en adress som börjar med https://, en sida hos oss som börjar med / eller ett telefonnummer, så här: tel:112.',
  'web-address': () =>
    'Skriv hela adressen till en sida på webben. Den ska börja med https:// och får inte ha lösenord eller portnummer.',
  'two-options': () => 'Det finns för få alternativ. Skriv minst två.',
  'language-missing': ({ language = '' }) =>
    `Texten saknas på ${languageNames.of(language)}. Skriv den, eller ta bort språket ur ”languages”.`,
  'language-unknown': ({ language = '' }) =>
    `Texten finns på ${languageNames.of(language)}, som inte står i ”languages”. Lägg till språket där eller ta bort texten.`,
  'page-twice': ({ name }) => `Två sidor heter ”${name}”. Ge dem olika namn.`,
  'group-twice': ({ name }) => `Två grupper heter ”${name}”. Ge dem olika namn.`,
  'name-twice': ({ name }) => `Två frågor skulle skicka sitt svar under namnet ”${name}”. Ge dem olika id.`,
  'option-twice': ({ name }) => `Två alternativ har värdet ”${name}”. Ge dem olika värden.`,
  'page-reserved': ({ name }) => `”${name}” är namnet på en av ansökans egna sidor. Välj ett annat.`,
  'missing-text': ({ name }) =>
    `Frågan ”${name}” måste besvaras men har ingen text för när svaret saknas. Skriv under ”missing” vad man ska göra, till exempel ”Välj var du bor”.`,
  'on-behalf': ({ name, kind }) => `Det finns ingen fråga ”${name}” av slaget ”${kind}” att peka på.`,
  ...signerSentences,
  ...prefillSentences,
  ...guideSentences,
  'rule-unknown': ({ name }) => `Villkoret frågar efter ”${name}”, men ingen fråga har det id:t.`,
  'rule-later': ({ name }) =>
    `Villkoret frågar efter ”${name}”, som kommer senare eller är frågan själv. Det som visas får bara bero på tidigare frågor.`,
  'rule-value': ({ name, value, values }) =>
    `Villkoret jämför ”${name}” med ”${value}”, men svaren där kan bara vara: ${values}.`,
};

function sentence(issue: z.core.$ZodIssue): string {
  const own = ours[issue.message];
  if (own) return own((issue.code === 'custom' ? issue.params : undefined) ?? {});
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Det här känns inte igen: ${issue.keys.join(', ')}. Rätta stavningen eller ta bort det.`;
    case 'invalid_type':
      return issue.input === undefined
        ? 'Det här saknas. Skriv det.'
        : `Det ska vara ${types[issue.expected] ?? issue.expected} här.`;
    case 'invalid_value':
      return `Välj ett av: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return issue.discriminator
        ? `Slaget under ”${issue.discriminator}” saknas eller känns inte igen.`
        : 'Det här går inte att läsa. Jämför med en annan definition.';
    case 'too_small':
      return issue.origin === 'array'
        ? `Listan är för kort. Skriv minst ${issue.minimum}.`
        : `Skriv minst ${issue.minimum}.`;
    case 'too_big':
      return `Skriv högst ${issue.maximum}.`;
    default:
      return 'Det här går inte att läsa. Jämför med en annan definition.';
  }
}

const types: Record<string, string> = {
  string: 'en text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'ett objekt med namn och värden',
  record: 'en text per språk',
};
