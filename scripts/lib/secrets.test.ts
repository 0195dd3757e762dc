import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureSecrets, rolePassword, secretsFile } from './secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the demo’s secrets', () => {
  it('are made once, for nobody else to read', async () => {
    const first = await ensureSecrets(folder);
    expect(await ensureSecrets(folder)).toEqual(first);
    expect(statSync(secretsFile(folder)).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  });

  it('stay when a new one is wanted', async () => {
    const { LOOKUP_KEY, ...others } = await ensureSecrets(folder);
    writeFileSync(secretsFile(folder), JSON.stringify(others));
    const completed = await ensureSecrets(folder);
    expect(completed).toMatchObject(others);
    expect(completed.LOOKUP_KEY).not.toBe(LOOKUP_KEY);
    expect(JSON.parse(readFileSync(secretsFile(folder), 'utf8'))).toEqual(completed);
  });
});

describe('a role’s password', () => {
  it('follows from secret and role', () => {
    expect(rolePassword('a', 'minasidor_app')).toBe(rolePassword('a', 'minasidor_app'));
    expect(rolePassword('a', 'minasidor_app')).not.toBe(rolePassword('a', 'minasidor_worker'));
    expect(rolePassword('a', 'minasidor_app')).not.toBe(rolePassword('b', 'minasidor_app'));
  });
});
