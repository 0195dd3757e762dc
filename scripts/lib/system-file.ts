import { z } from 'zod';
import { type ConnectorName, connectorNames } from '@/lib/back-office/connectors/connector';
import { settingsSchemas } from '@/lib/back-office/connectors/connector-of';
import { type Scope, scopes } from '@/lib/back-office/domain/scopes';
import { textLanguages } from '@/lib/kernel/date-text';

const publicKey = z
  .looseObject({ kty: z.enum(['OKP', 'EC', 'RSA']) })
  .refine((jwk) => !('d' in jwk), 'must be the public half alone: this one has the private part in it')
  .refine(isStrong, 'must be an Ed25519 or P-256 key, or RSA of at least 2048 bits');

function isStrong(jwk: { kty: string; crv?: unknown; n?: unknown }): boolean {
  if (jwk.kty === 'OKP') return jwk.crv === 'Ed25519';
  if (jwk.kty === 'EC') return jwk.crv === 'P-256';
  return typeof jwk.n === 'string' && Buffer.from(jwk.n, 'base64url').length >= 256;
}

/** A back-office system as an operator connects it. docs/operating.md has an example. */
export const systemFile = z
  .strictObject({
    clientId: z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/, 'must be small letters, digits and hyphens'),
    name: z.string().trim().min(1).max(100),
    shownAs: z.partialRecord(z.enum(textLanguages), z.string().trim().min(1).max(200)).optional(),
    connector: z.enum(connectorNames).default('reference'),
    connectorSettings: z.record(z.string(), z.unknown()).default({}),
    address: z.url({ protocol: /^https?$/ }).optional(),
    scopes: z.array(z.enum(Object.keys(scopes) as [Scope, ...Scope[]])),
    services: z.array(z.string()),
    active: z.boolean().default(true),
    keys: z
      .array(
        z.strictObject({
          kid: z.string().min(1).max(100),
          jwk: publicKey,
          expiresAt: z.iso.datetime().optional(),
        }),
      )
      .default([]),
  })
  .superRefine(({ connector, connectorSettings }, context) => {
    const checked = settingsSchemas[connector as ConnectorName].safeParse(connectorSettings);
    for (const { path, message } of checked.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['connectorSettings', ...path], message });
  });

export type SystemFile = z.output<typeof systemFile>;

/** Reads such a file; or what is wrong in it, a line each. */
export function readSystemFile(
  text: string,
): { ok: true; system: SystemFile } | { ok: false; problems: string[] } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, problems: ['It is no JSON.'] };
  }
  const parsed = systemFile.safeParse(content);
  if (parsed.success) return { ok: true, system: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  };
}
