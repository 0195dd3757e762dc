import { describe, expect, it } from 'vitest';
import {
  isGivenUp,
  MAX_STARTS,
  mayLogIn,
  minutesLeft,
  RESTART_FOR,
  showsQr,
  startsAgain,
} from './order-life';
import { orderMessage } from './order-message';

const first = new Date('2026-11-24T12:00:00Z');
const after = (ms: number) => new Date(first.getTime() + ms);
const statuses = ['pending', 'complete', 'failed', 'cancelled', 'consumed'] as const;
const desktop = 'Mozilla/5.0 (Windows NT 10.0)';

describe('an order at BankID', () => {
  it('is started again while nobody has picked it up, for three minutes and six times at most', () => {
    expect(startsAgain('startFailed', { firstStartedAt: first, starts: 1 }, after(30_000))).toBe(true);
    expect(startsAgain('startFailed', { firstStartedAt: first, starts: 1 }, after(RESTART_FOR))).toBe(false);
    expect(startsAgain('startFailed', { firstStartedAt: first, starts: MAX_STARTS }, after(30_000))).toBe(
      false,
    );
    expect(startsAgain('userCancel', { firstStartedAt: first, starts: 1 }, after(1000))).toBe(false);
  });

  it('is given up some time', () => {
    expect(isGivenUp({ firstStartedAt: first }, after(4 * 60_000))).toBe(false);
    expect(isGivenUp({ firstStartedAt: first }, after(60 * 60_000))).toBe(true);
    expect(minutesLeft({ firstStartedAt: first }, after(0))).toBe(3);
    expect(minutesLeft({ firstStartedAt: first }, after(10 * 60_000))).toBe(1);
  });

  it('shows its code only while no phone has read it', () => {
    for (const status of statuses)
      for (const hintCode of ['outstandingTransaction', 'started', 'userSign', null])
        for (const flow of ['qr', 'same-device'])
          expect(showsQr({ status, hintCode, flow })).toBe(
            flow === 'qr' && status === 'pending' && hintCode === 'outstandingTransaction',
          );
  });

  it('becomes a session only when complete, and on the same device only after the browser came back', () => {
    for (const status of statuses)
      for (const flow of ['qr', 'same-device'])
        for (const returnedAt of [null, first])
          expect(mayLogIn({ status, flow, returnedAt })).toBe(
            status === 'complete' && (flow === 'qr' || returnedAt !== null),
          );
  });

  it.each([
    ['bankid:rfa1', { status: 'pending', hintCode: 'outstandingTransaction', flow: 'qr' }],
    ['bankid:rfa13', { status: 'pending', hintCode: 'outstandingTransaction', flow: 'same-device' }],
    ['bankid:rfa21', { status: 'pending', hintCode: 'somethingNew', flow: 'qr' }],
    ['bankid:rfa22', { status: 'failed', hintCode: 'somethingNew', flow: 'qr' }],
    ['bankid:rfa17b', { status: 'failed', hintCode: 'startFailed', flow: 'qr' }],
    ['bankid:rfa5', { status: 'failed', hintCode: 'maintenance', flow: 'qr' }],
    ['identity:order.refused', { status: 'failed', hintCode: 'risk-high', flow: 'qr' }],
    ['identity:order.refused', { status: 'failed', hintCode: 'other-person', flow: 'qr' }],
    ['identity:order.complete', { status: 'complete', hintCode: null, flow: 'qr' }],
    ['identity:order.go-back-to-browser', { status: 'complete', hintCode: null, flow: 'same-device' }],
    ['identity:order.cancelled', { status: 'cancelled', hintCode: null, flow: 'qr' }],
    ['identity:order.used', { status: 'consumed', hintCode: null, flow: 'qr' }],
  ] as const)('says %s for %j', (message, order) => {
    expect(orderMessage({ kind: 'auth', returnedAt: null, ...order }, desktop)).toBe(message);
  });
});
