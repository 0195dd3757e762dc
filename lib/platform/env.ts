import { z } from 'zod';

const key = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, {
  error: 'must be 32 bytes as base64 (make one: openssl rand -base64 32)',
});

/** A setting that is JSON. */
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' });
    return z.NEVER;
  }
});

const settings = z.object({
  APP_ENV: z.enum(['demo', 'test', 'production']),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** how many hops of ours stand in front and write X-Forwarded-For; see trustedHops() */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(9).optional(),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_SCHEME: z.enum(['http', 'https']),
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_WORKER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** jobs one worker runs side by side */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(6),
  /** that one back-office system may make to one portal instance */
  BACK_OFFICE_CALLS_PER_MINUTE: z.coerce.number().int().min(60).max(1_000_000).default(600),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** "id:base64,id:base64": the first seals, all open */
  DATA_KEYS: z.string().transform((text, context) => {
    const keys = text.split(',').map((pair) => {
      const [id = '', value = ''] = pair.trim().split(/:(.*)/s);
      return { id, bytes: Buffer.from(value, 'base64') };
    });
    const good = keys.every(({ id, bytes }) => /^[a-z0-9]{1,16}$/.test(id) && bytes.length === 32);
    if (good && new Set(keys.map(({ id }) => id)).size === keys.length) return keys;
    context.addIssue({
      code: 'custom',
      message: 'must be id:key,id:key, each key 32 bytes as base64, no id twice',
    });
    return z.NEVER;
  }),
  LOOKUP_KEY: key,
  NEXTAUTH_SECRET: z.string().min(32),
  BANKID_API_URL: z.url({ protocol: /^https$/ }),
  BANKID_APP_URL: z.url().optional(),
  BANKID_PFX_FILE: z.string(),
  BANKID_PFX_PASSPHRASE: z.string(),
  BANKID_CA_FILE: z.string(),
  BROKER_NAME: z.string().default('e-legitimation'),
  BROKER_ISSUER: z.url().optional(),
  BROKER_CLIENT_ID: z.string().optional(),
  BROKER_CLIENT_SECRET: z.string().optional(),
  /** each municipality's own identity provider, for its staff: JSON by the municipality's short name */
  STAFF_PROVIDERS: json
    .pipe(
      z.record(
        z.string(),
        z.strictObject({
          issuer: z.url(),
          clientId: z.string().min(1),
          clientSecret: z.string().min(16),
        }),
      ),
    )
    .optional(),
  REGISTER_URL: z.url(),
  REGISTER_TOKEN: z.string().min(16),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  /** the gateway that text messages are handed to; left out, nobody is offered them */
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().min(16).optional(),
  /** the key that we vouch for our push messages with (VAPID), base64url; left out, nobody is offered them */
  PUSH_PRIVATE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, { error: 'must be a P-256 private key, 32 bytes as base64url' })
    .optional(),
  /** hosts of push services that messages may go to beside those we know, "host" or "host:port", with commas between */
  PUSH_SERVICES: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    )
    .default([]),
  /** digital mail (Mina meddelanden): the register of who has a mailbox; left out, nobody is offered it */
  DIGITAL_MAIL_REGISTER_URL: z.url({ protocol: /^https$/ }).optional(),
  /** what each municipality that has joined shows and signs with: JSON by its short name */
  DIGITAL_MAIL_CERTIFICATES: json
    .pipe(
      z.record(
        z.string(),
        z.strictObject({ certificateFile: z.string().min(1), keyFile: z.string().min(1) }),
      ),
    )
    .optional(),
  /** the roots that vouch for its servers; left out, those that Node trusts */
  DIGITAL_MAIL_CA_FILE: z.string().min(1).optional(),
  /** ClamAV's daemon, by the path of its socket or as host:port; left out, nothing is scanned */
  CLAMD_SOCKET: z
    .string()
    .regex(/^(\/.+|[A-Za-z0-9.-]+:\d{1,5}|\[[0-9A-Fa-f:]+\]:\d{1,5})$/, {
      error: "must be a socket's path (/run/clamav/clamd.ctl) or host:port",
    })
    .optional(),
  /** the folder where case systems that read and write files have theirs; left out, none can be connected so */
  FILE_DROP_DIR: z.string().min(1).optional(),
  DEMO_HUB_URL: z.url().optional(),
  /** in the demo and tests: what the reference back office's secrets are made from */
  BACK_OFFICE_CLIENT_SECRET: z.string().min(32).optional(),
  /** what Prometheus shows at /api/metrics; left out, there is nothing there and nothing is counted */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** where spans are sent (OTLP over HTTP); left out, none are made */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Env = z.infer<typeof settings>;

let parsed: Env | undefined;

/** The settings, checked once. A wrong or missing one stops the process. */
export function env(): Env {
  parsed ??= settingsFrom(process.env);
  return parsed;
}

/** All faults at once, a line for each; values, which may be secret, are never shown. */
export function settingsFrom(given: Record<string, string | undefined>): Env {
  const result = settings.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path: [name = ''], message }) => {
      return `  ${String(name)}: ${given[String(name)] === undefined ? 'is missing' : message}`;
    });
    throw new Error(`Settings are missing or wrong (see .env.example):\n${lines.join('\n')}`);
  }
  if (result.data.APP_ENV === 'production' && result.data.PUBLIC_SCHEME !== 'https') {
    throw new Error('Settings are wrong: PUBLIC_SCHEME must be https when APP_ENV is production');
  }
  return result.data;
}

/** In production something that speaks TLS stands in front; elsewhere nobody does, and what is sent counts for nothing. */
export const trustedHops = (): number => env().TRUSTED_HOPS ?? (env().APP_ENV === 'production' ? 1 : 0);

/** Apart from the rest, so that a process with wrong settings can still log that. */
export const logSettings = () => ({
  level: process.env.LOG_LEVEL ?? 'info',
  process: process.env.PROCESS_NAME ?? 'portal',
});

/** Whether this is Next's development server (npm run dev). */
export const developing = (): boolean => process.env.NODE_ENV === 'development';
