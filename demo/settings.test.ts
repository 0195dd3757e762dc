import { expect, test } from 'vitest';
import { readSettings } from '@/demo/settings';

const enough = {
  BROKER_CLIENT_SECRET: 'x'.repeat(16),
  STAFF_CLIENT_SECRET: 'z'.repeat(16),
  REGISTER_TOKEN: 'y'.repeat(16),
  SMS_GATEWAY_TOKEN: 'z'.repeat(16),
};

test.each([
  [{ APP_ENV: 'production' }],
  [{ APP_ENV: 'production', NODE_ENV: 'development' }],
  [{ NODE_ENV: 'production' }],
])('refuses %j', (environment) => {
  expect(() => readSettings({ ...enough, ...environment })).toThrow(/production/);
});

test.each([
  [{ APP_ENV: 'demo', NODE_ENV: 'production' }],
  [{ APP_ENV: 'test', NODE_ENV: 'production' }],
  [{}],
])('starts with %j', (environment) => {
  expect(readSettings({ ...enough, ...environment }).PORT).toBe(3000);
});

test('has no default for a secret, and names what is missing', () => {
  expect(() => readSettings({ APP_ENV: 'demo' })).toThrow(/BROKER_CLIENT_SECRET[\s\S]*REGISTER_TOKEN/);
});
