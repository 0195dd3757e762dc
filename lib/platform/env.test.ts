import { describe, expect, it } from 'vitest';
import { settingsFrom } from './env';

const given = { ...process.env };

describe('the settings', () => {
  it('are taken as they are where nothing is wrong', () => {
    expect(settingsFrom(given)).toMatchObject({ APP_ENV: 'test', WORKER_CONCURRENCY: 6 });
  });

  it('are told of all at once: what is missing and what is wrong, by name and never by value', () => {
    const wrong = { ...given, SMTP_URL: undefined, LOOKUP_KEY: 'hemlig', DATA_KEYS: '1:hemlig' };
    const message = messageOf(() => settingsFrom(wrong));
    expect(message).toContain('\n  SMTP_URL: is missing');
    expect(message).toContain('\n  LOOKUP_KEY: must be 32 bytes as base64');
    expect(message).toContain('\n  DATA_KEYS: must be id:key');
    expect(message).not.toContain('hemlig');
  });

  it('of a production are for https alone', () => {
    const production = { ...given, APP_ENV: 'production' };
    expect(messageOf(() => settingsFrom(production))).toContain('PUBLIC_SCHEME must be https');
    expect(settingsFrom({ ...production, PUBLIC_SCHEME: 'https' }).APP_ENV).toBe('production');
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken as it is');
}
