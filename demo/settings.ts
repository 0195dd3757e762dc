import { z } from 'zod';

/** The demo world is a process of its own with settings of its own; it shares only names with the portal's. */
const schema = z.object({
  APP_ENV: z.enum(['demo', 'test']).default('demo'),
  PORT: z.coerce.number().int().min(1).max(65529).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  BANKID_PFX_PASSPHRASE: z.string().min(1).optional(),
  BROKER_CLIENT_ID: z.string().min(1).default('mina-sidor'),
  BROKER_CLIENT_SECRET: z.string().min(16),
  STAFF_CLIENT_SECRET: z.string().min(16),
  REGISTER_TOKEN: z.string().min(16),
  SMS_GATEWAY_TOKEN: z.string().min(16),
});
export type DemoSettings = z.infer<typeof schema>;

/**
 * @throws when the environment is one of production: who reaches the demo world can log in as anybody.
 * `NODE_ENV=production` alone says so too; with `APP_ENV` demo or test it only means a production build is tried.
 */
export function readSettings(environment: Record<string, string | undefined>): DemoSettings {
  const isDemo = environment.APP_ENV === 'demo' || environment.APP_ENV === 'test';
  const isProduction = environment.APP_ENV === 'production' || environment.NODE_ENV === 'production';
  if (isProduction && !isDemo) {
    throw new Error('The demo world does not start in production: in it anybody can log in as anybody.');
  }
  const result = schema.safeParse(environment);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Settings of the demo world are missing or wrong:\n${lines.join('\n')}`);
}
