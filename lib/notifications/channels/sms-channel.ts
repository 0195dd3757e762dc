import 'server-only';
import { internationalNumber } from '@/lib/kernel/phone-number';
import { env } from '@/lib/platform/env';
import { tellUpstream } from '@/lib/platform/http-client';
import { texts } from '@/lib/platform/i18n';
import type { TenantView } from '@/lib/tenants/api';
import { AddressRefused, type Send } from './channel';

/** 422 is the gateway's word for a number that can't be sent to; docs/operating.md has the contract. */
const NO_SUCH_NUMBER = 422;

/** Hands a text message to the configured gateway over HTTP. */
export const sendSms: Send = ({ deliveryId, to, tenant, language, isSeveral, link }) =>
  handToGateway({
    reference: deliveryId,
    to,
    tenant,
    text: texts(language)(isSeveral ? 'notices:sms-several' : 'notices:sms', {
      municipality: tenant.name,
      link,
    }),
  });

/** `reference` is the same each time the same message is tried: the gateway sends it once. */
export async function handToGateway({
  reference,
  to,
  tenant,
  text,
}: {
  reference: string;
  to: string;
  tenant: TenantView;
  text: string;
}): Promise<void> {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN } = env();
  if (!SMS_GATEWAY_URL) throw new AddressRefused('sms-no-gateway');
  const number = internationalNumber(to);
  if (!number) throw new AddressRefused('sms-bad-number');
  const answer = await tellUpstream(SMS_GATEWAY_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(SMS_GATEWAY_TOKEN && { authorization: `Bearer ${SMS_GATEWAY_TOKEN}` }),
    },
    body: JSON.stringify({ reference, to: number, from: senderName(tenant), text }),
  });
  if (answer.ok) return;
  if (answer.status === NO_SUCH_NUMBER) throw new AddressRefused('sms-bad-number');
  throw Object.assign(new Error('The SMS gateway did not take it'), {
    code: `sms-${answer.status ?? answer.error}`,
  });
}

/** Eleven signs of the English alphabet are what the networks let a sender's name have. */
const senderName = (tenant: TenantView): string =>
  tenant.profile.placeName
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .slice(0, 11);
