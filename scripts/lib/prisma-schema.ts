import { readdirSync, readFileSync } from 'node:fs';

export interface SchemaFile {
  path: string;
  content: string;
}

export const schemaPaths = (): string[] => [
  'prisma/schema.prisma',
  ...readdirSync('prisma/models')
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => `prisma/models/${name}`),
];

export const schemaFiles = (): SchemaFile[] =>
  schemaPaths().map((path) => ({ path, content: readFileSync(path, 'utf8') }));

/** Prisma's engine wants to be told what to leave alone; the schema it manages is all ours. */
export const noFilters = { externalTables: [], externalEnums: [] };
