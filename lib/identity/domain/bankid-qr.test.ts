import { expect, test } from 'vitest';
import { bankIdQrData, bankIdQrSeconds } from './bankid-qr';

const startToken = '67df3917-fa0d-44e5-b327-edcc928297f8';
const startSecret = 'd28db9a7-4cde-429e-a983-359be676944c';

test.each([
  [0, 'dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'],
  [1, '949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2'],
  [2, 'a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3'],
])('second %i is BankID’s published vector', (seconds, code) => {
  expect(bankIdQrData(startToken, startSecret, seconds)).toBe(`bankid.${startToken}.${seconds}.${code}`);
});

test.each([-1, 1.5, Number.NaN])('a time of %d is a fault of ours', (seconds) => {
  expect(() => bankIdQrData(startToken, startSecret, seconds)).toThrow(RangeError);
});

test.each([
  ['2026-11-24T12:15:00.000Z', 0],
  ['2026-11-24T12:15:00.999Z', 0],
  ['2026-11-24T12:15:01.000Z', 1],
  ['2026-11-24T12:14:59.000Z', 0],
])('at %s it is second %i', (now, seconds) => {
  expect(bankIdQrSeconds(new Date('2026-11-24T12:15:00.000Z'), new Date(now))).toBe(seconds);
});
