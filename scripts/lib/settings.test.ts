import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureBankIdCertificates } from '@/demo/bankid/certificates';
import { requireGoodSettings } from './settings';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('settings, before anything is started', () => {
  it('have a certificate that opens with its passphrase', { timeout: 20_000 }, async () => {
    const made = await ensureBankIdCertificates(folder, { passphrase: 'right' });
    const good = {
      ...process.env,
      BANKID_PFX_FILE: made.pfxFile,
      BANKID_PFX_PASSPHRASE: made.passphrase,
      BANKID_CA_FILE: made.caFile,
    };
    expect(() => requireGoodSettings(good)).not.toThrow();
    expect(() => requireGoodSettings({ ...good, BANKID_PFX_PASSPHRASE: 'wrong' })).toThrow(/can't be opened/);
    expect(() => requireGoodSettings({ ...good, BANKID_CA_FILE: join(folder, 'none') })).toThrow(
      /no such file/,
    );
    writeFileSync(join(folder, 'wrong.p12'), 'no certificate');
    expect(() => requireGoodSettings({ ...good, BANKID_PFX_FILE: join(folder, 'wrong.p12') })).toThrow(
      /^BankID's certificate/,
    );
  });
});
