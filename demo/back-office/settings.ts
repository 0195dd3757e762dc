import { z } from 'zod';
import { type Credentials, credentialsFor, type Municipality, municipalities } from './credentials';

const schema = z.object({
  /** the portal's; this system listens on PORT + 4 */
  PORT: z.coerce.number().int().min(1).max(65529).default(3000),
  BACK_OFFICE_CLIENT_SECRET: z.string().min(32),
  /** this system's own database; without it, one beside the portal's on the same server */
  BACK_OFFICE_DATABASE_URL: z.url().optional(),
  DATABASE_URL: z.url().optional(),
  /** the address of the portal, where it isn't on this machine; the municipality's name is put before its host */
  BACK_OFFICE_PORTAL_URL: z.url().optional(),
});

export type PortalAccess = Municipality & {
  /** the API's address, e.g. http://granvik.localhost:3000/api/back-office/v1 */
  api: string;
  credentials: Credentials;
};

export interface Settings {
  port: number;
  databaseUrl: string;
  portals: readonly PortalAccess[];
}

/** @throws in production, and with a line for each setting that is missing or wrong */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const isDemo = environment.APP_ENV === 'demo' || environment.APP_ENV === 'test';
  if (!isDemo)
    throw new Error('The reference back office is part of the demo: APP_ENV must be demo or test.');
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings of the reference back office are missing or wrong:\n${lines.join('\n')}`);
  }
  const { PORT, BACK_OFFICE_CLIENT_SECRET, BACK_OFFICE_PORTAL_URL } = parsed.data;
  const portal = new URL(BACK_OFFICE_PORTAL_URL ?? `http://localhost:${PORT}`);
  return {
    port: PORT + 4,
    databaseUrl: databaseUrl(parsed.data),
    portals: municipalities.map((municipality) => ({
      ...municipality,
      api: `${portal.protocol}//${municipality.tenantId}.${portal.host}/api/back-office/v1`,
      credentials: credentialsFor(BACK_OFFICE_CLIENT_SECRET, municipality.tenantId),
    })),
  };
}

function databaseUrl({ BACK_OFFICE_DATABASE_URL, DATABASE_URL }: z.infer<typeof schema>): string {
  if (BACK_OFFICE_DATABASE_URL) return BACK_OFFICE_DATABASE_URL;
  if (!DATABASE_URL) throw new Error('BACK_OFFICE_DATABASE_URL is missing.');
  const url = new URL(DATABASE_URL);
  url.pathname = `${url.pathname}_back_office`;
  return url.href;
}
