import { describe, expect, it } from 'vitest';
import { isPushService } from './push-services';

const live = { named: ['push.example.test'], isProduction: true };

describe('messages go to a push service', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
    'https://wns2-db5p.notify.windows.com/w/?token=BQYAAA%3d%3d',
    'https://web.push.apple.com/QABC',
    'https://push.example.test/1',
  ])('%s', (endpoint) => expect(isPushService(endpoint, live)).toBe(true));

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://fcm.googleapis.com.evil.test/x',
    'https://evilpush.apple.com.test/x',
    'https://push.apple.com/x',
    'https://user@fcm.googleapis.com/x',
    'https://fcm.googleapis.com/x#y',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/x',
    'http://push.example.test/1',
    'ftp://fcm.googleapis.com/x',
    'fcm.googleapis.com',
    '',
    `https://fcm.googleapis.com/${'x'.repeat(2000)}`,
  ])('and not to %s', (endpoint) => expect(isPushService(endpoint, live)).toBe(false));

  it('without TLS only to one that is named, outside production', () => {
    const demo = { named: ['localhost:3002'], isProduction: false };
    expect(isPushService('http://localhost:3002/push-service/1', demo)).toBe(true);
    expect(isPushService('http://localhost:3003/push-service/1', demo)).toBe(false);
    expect(isPushService('http://localhost:3002/push-service/1', { ...demo, isProduction: true })).toBe(
      false,
    );
  });
});
