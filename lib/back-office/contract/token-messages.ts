import { z } from 'zod';

/* How a system gets a token: OAuth 2.0 client credentials. */

export const tokenForm = z
  .object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().max(200).optional(),
    client_secret: z.string().max(500).optional(),
    scope: z.string().max(500).optional(),
  })
  .meta({
    id: 'TokenRequest',
    description:
      'client_id and client_secret may instead stand in an Authorization header (HTTP Basic, RFC 6749 §2.3.1)',
  });

export const token = z
  .strictObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  })
  .meta({ id: 'Token' });

export const tokenError = z
  .strictObject({
    error: z.enum(['invalid_request', 'invalid_client', 'invalid_scope', 'unsupported_grant_type']),
    error_description: z.string().optional(),
  })
  .meta({ id: 'TokenError', description: 'RFC 6749 §5.2' });
