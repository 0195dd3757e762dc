import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSystemFile } from './system-file';

const keyOf = (
  options: { kind: 'ed25519' } | { kind: 'ec'; curve: string } | { kind: 'rsa'; bits: number },
) => {
  const pair =
    options.kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : options.kind === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: options.curve })
        : generateKeyPairSync('rsa', { modulusLength: options.bits });
  return { open: pair.publicKey.export({ format: 'jwk' }), whole: pair.privateKey.export({ format: 'jwk' }) };
};
const good = {
  clientId: 'omsorg-granvik',
  name: 'Omsorgssystemet',
  shownAs: { sv: 'Omsorgsförvaltningens ärendesystem' },
  address: 'https://omsorg.example/webhooks',
  scopes: ['deliveries.read', 'deliveries.receive'],
  services: ['sarskilt-boende'],
  keys: [{ kid: '2026', jwk: keyOf({ kind: 'ed25519' }).open }],
};
const problems = (more: object) => {
  const read = readSystemFile(JSON.stringify({ ...good, ...more }));
  return read.ok ? [] : read.problems;
};

describe('the file that connects a system', () => {
  it('is read, with what it leaves out', () => {
    expect(readSystemFile(JSON.stringify(good))).toMatchObject({
      ok: true,
      system: { clientId: 'omsorg-granvik', connector: 'reference', connectorSettings: {}, active: true },
    });
  });

  it.each([
    ['a client id with signs', { clientId: 'Omsorg Granvik' }, 'clientId'],
    ['an unknown scope', { scopes: ['everything'] }, 'scopes.0'],
    ['an unknown connector', { connector: 'lifecare' }, 'connector'],
    [
      'settings of another connector',
      { connector: 'file-drop', connectorSettings: { sourceUrl: 'x' } },
      'connectorSettings.folder',
    ],
    [
      'a folder that leads out',
      { connector: 'file-drop', connectorSettings: { folder: '../../etc' } },
      'connectorSettings.folder',
    ],
    ['an address that is none', { address: 'omsorg.example' }, 'address'],
    ['an address of a file', { address: 'file:///etc/passwd' }, 'address'],
    ['a field that is not known', { webhookSecret: 'whsec_x' }, 'the file'],
    ['a name in an unknown language', { shownAs: { tlh: 'x' } }, 'shownAs'],
  ])('is refused with %s, and says where', (_, more, where) => {
    expect(problems(more).join('\n')).toContain(where);
  });

  it.each([
    ['a private key', keyOf({ kind: 'ed25519' }).whole],
    ['a short RSA key', keyOf({ kind: 'rsa', bits: 1024 }).open],
    ['another curve', keyOf({ kind: 'ec', curve: 'secp256k1' }).open],
    ['a secret as a key', { kty: 'oct', k: 'AAAA' }],
  ])('takes no %s', (_, jwk) => {
    const found = problems({ keys: [{ kid: '1', jwk }] });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('keys.0.jwk');
    expect(found[0]).not.toContain(String((jwk as { d?: string }).d));
  });

  it('takes P-256 and RSA of 2048 bits too', () => {
    for (const { open } of [keyOf({ kind: 'ec', curve: 'P-256' }), keyOf({ kind: 'rsa', bits: 2048 })])
      expect(problems({ keys: [{ kid: '1', jwk: open }] })).toEqual([]);
  });

  it('that is no JSON is said to be none', () => {
    expect(readSystemFile('clientId: x')).toEqual({ ok: false, problems: ['It is no JSON.'] });
  });
});
