import { defineConfig } from 'prisma/config';

// Only for the Prisma command line. The project itself migrates with scripts/migrate.ts, which needs no download.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
