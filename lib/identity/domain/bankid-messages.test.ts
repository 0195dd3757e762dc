import { describe, expect, test } from 'vitest';
import ar from '@/public/locales/ar/bankid.json';
import en from '@/public/locales/en/bankid.json';
import fi from '@/public/locales/fi/bankid.json';
import sv from '@/public/locales/sv/bankid.json';
import { type BankIdFlow, errorAdvice, failedMessage, pendingMessage } from './bankid-messages';

const qr: BankIdFlow = { start: 'qr', device: 'desktop' };
const onPhone: BankIdFlow = { start: 'autostart', device: 'mobile' };

describe('while the order waits', () => {
  test.each([
    ['outstandingTransaction', qr, 'bankid:rfa1'],
    ['outstandingTransaction', onPhone, 'bankid:rfa13'],
    ['noClient', qr, 'bankid:rfa1'],
    ['started', qr, 'bankid:rfa15a'],
    ['started', onPhone, 'bankid:rfa15b'],
    ['userSign', qr, 'bankid:rfa9'],
    ['userMrtd', qr, 'bankid:rfa23'],
    ['userFace', qr, 'bankid:rfa24'],
    ['userStepUp', qr, 'bankid:rfa25'],
    ['processing', qr, 'bankid:rfa21'],
    ['userCallConfirm', qr, 'bankid:rfa21'],
    ['notInventedYet', qr, 'bankid:rfa21'],
    [undefined, qr, 'bankid:rfa21'],
  ])('%s in %j is %s', (hintCode, flow, message) => {
    expect(pendingMessage(hintCode, flow)).toBe(message);
  });
});

describe('when the order has failed', () => {
  test.each([
    ['expiredTransaction', qr, 'bankid:rfa8'],
    ['certificateErr', qr, 'bankid:rfa16'],
    ['userCancel', qr, 'bankid:rfa6'],
    ['cancelled', qr, 'bankid:rfa3'],
    ['startFailed', qr, 'bankid:rfa17b'],
    ['startFailed', onPhone, 'bankid:rfa17a'],
    ['mrtdVerificationFailed', qr, 'bankid:rfa26'],
    ['facialRecognitionFailed', qr, 'bankid:rfa27'],
    ['nfcNotSupportedByDevice', qr, 'bankid:rfa28'],
    ['multipleBankIdsOnDevice', qr, 'bankid:rfa29'],
    ['stepUpFailed', qr, 'bankid:rfa30'],
    ['userDeclinedCall', qr, 'bankid:rfa22'],
    ['notSupportedByUserApp', qr, 'bankid:rfa22'],
    ['transactionRiskBlocked', qr, 'bankid:rfa22'],
    ['notInventedYet', qr, 'bankid:rfa22'],
    [undefined, qr, 'bankid:rfa22'],
  ])('%s in %j is %s', (hintCode, flow, message) => {
    expect(failedMessage(hintCode, flow)).toBe(message);
  });
});

describe('errors', () => {
  test.each([
    ['alreadyInProgress', 'bankid:rfa4', false, false],
    ['requestTimeout', 'bankid:rfa5', false, false],
    ['internalError', 'bankid:rfa5', false, false],
    ['maintenance', 'bankid:rfa5', false, true],
    ['invalidParameters', 'bankid:rfa22', true, false],
    ['unauthorized', 'bankid:rfa22', true, false],
    ['notFound', 'bankid:rfa22', true, false],
    ['notInventedYet', 'bankid:rfa22', true, false],
  ])('%s is %s, our fault: %s, may retry: %s', (errorCode, message, isOurFault, mayRetry) => {
    expect(errorAdvice(errorCode)).toEqual({ message, isOurFault, mayRetry });
  });
});

test('every message has a text in every language', () => {
  const numbers = [
    1,
    3,
    4,
    5,
    6,
    8,
    9,
    13,
    '15a',
    '15b',
    16,
    '17a',
    '17b',
    21,
    22,
    23,
    24,
    25,
    26,
    27,
    28,
    29,
    30,
  ];
  const keys = numbers.map((number) => `rfa${number}`);
  for (const texts of [sv, en, fi, ar]) expect(Object.keys(texts)).toEqual(keys);
});
