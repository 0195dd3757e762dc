import { z } from 'zod';

/* How a system gets a token: OAuth 2.0 client credentials. */

export const tokenForm = z
  .object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().max(200).optional(),
    client_assertion_type: z.string().max(200).optional(),
    client_assertion: z.string().max(5_000).optional(),
    client_secret: z.string().max(500).optional(),
    scope: z.string().max(500).optional(),
  })
  .meta({
    id: 'TokenRequest',
    description:
      'The client proves who it is by client_assertion, a JWT signed with its key (private_key_jwt, RFC 7523): iss and sub are its client_id, aud is the address of this operation, exp at most five minutes ahead, jti good once. A client_secret, here or in an Authorization header (HTTP Basic, RFC 6749 §2.3.1), is taken in tests and demonstrations only.',
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
