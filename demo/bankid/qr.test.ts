import { expect, test } from 'vitest';
import { isGenuine, qrData, readQr } from '@/demo/bankid/qr';

const token = '67df3917-fa0d-44e5-b327-edcc928297f8';
const secret = 'd28db9a7-4cde-429e-a983-359be676944c';

test.each([
  [0, 'dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'],
  [1, '949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2'],
  [2, 'a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3'],
])('follows BankID’s published vector for second %i', (seconds, code) => {
  expect(qrData(token, secret, seconds)).toBe(`bankid.${token}.${seconds}.${code}`);
});

test('tells a genuine code from one made with another secret', () => {
  const genuine = readQr(qrData(token, secret, 7));
  const forged = readQr(qrData(token, token, 7));
  if (!genuine || !forged) throw new Error('both are well formed');
  expect(isGenuine(genuine, secret)).toBe(true);
  expect(isGenuine(forged, secret)).toBe(false);
});

test.each([
  '',
  'bankid',
  `bankid.${token}.1`,
  `bankid.${token}.01.${'a'.repeat(64)}`,
  `x.${token}.1.${'a'.repeat(64)}`,
])('does not read %j', (data) => {
  expect(readQr(data)).toBeNull();
});
