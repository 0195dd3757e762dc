import { describe, expect, it } from 'vitest';
import { isGenuineWebhook, signWebhook } from './webhook-signature';

// The example of the specification's own libraries.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const body = '{"test": 2432232314}';
const at = new Date(1614265330 * 1000);

describe('signatures of webhooks', () => {
  it('are those of Standard Webhooks', () => {
    expect(signWebhook(secret, id, at, body)).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('hold for the message as it was signed, and for nothing else', () => {
    const headers = signWebhook(secret, id, at, body);
    expect(isGenuineWebhook(secret, headers, at, body)).toBe(true);
    expect(isGenuineWebhook(secret, headers, at, `${body} `)).toBe(false);
    expect(isGenuineWebhook(secret, { ...headers, 'webhook-id': 'msg_other' }, at, body)).toBe(false);
    expect(isGenuineWebhook(secret, { ...headers, 'webhook-timestamp': '1614265331' }, at, body)).toBe(false);
    expect(isGenuineWebhook('whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw', headers, at, body)).toBe(false);
  });

  it('are two while a secret takes another’s place, and each receiver takes its own', () => {
    const next = 'whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signWebhook(`${next} ${secret}`, id, at, body);
    expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
    for (const own of [secret, next]) expect(isGenuineWebhook(own, headers, at, body)).toBe(true);
  });

  it('are of bytes as they are', () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    const headers = signWebhook(secret, id, at, bytes);
    expect(isGenuineWebhook(secret, headers, at, bytes)).toBe(true);
    expect(isGenuineWebhook(secret, headers, at, bytes.toString('utf8'))).toBe(false);
  });

  it('are refused when they are missing, of another version, or cut short', () => {
    const headers = signWebhook(secret, id, at, body);
    const signature = headers['webhook-signature'];
    for (const wrong of ['', 'v1', 'v1,', signature.slice(0, 20), signature.replace('v1', 'v2'), 'v1,åäö']) {
      expect(isGenuineWebhook(secret, { ...headers, 'webhook-signature': wrong }, at, body), wrong).toBe(
        false,
      );
    }
    expect(isGenuineWebhook(secret, {}, at, body)).toBe(false);
  });

  it('grow old in five minutes, and are not believed from the future', () => {
    const headers = signWebhook(secret, id, at, body);
    const minutes = (n: number) => new Date(at.getTime() + n * 60_000);
    expect(isGenuineWebhook(secret, headers, minutes(4.9), body)).toBe(true);
    expect(isGenuineWebhook(secret, headers, minutes(5.1), body)).toBe(false);
    expect(isGenuineWebhook(secret, headers, minutes(-5.1), body)).toBe(false);
  });

  it('stand two side by side while a secret is changed', () => {
    const older = signWebhook('whsec_AAAA9r8GKYqrTwjUPD8ILPZIo2LaLaSw', id, at, body)['webhook-signature'];
    const headers = signWebhook(secret, id, at, body);
    const both = { ...headers, 'webhook-signature': `${older} ${headers['webhook-signature']}` };
    expect(isGenuineWebhook(secret, both, at, body)).toBe(true);
  });
});
