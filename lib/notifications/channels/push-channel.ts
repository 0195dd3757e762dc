import 'server-only';
import webpush from 'web-push';
import { openJson } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { tellUpstream } from '@/lib/platform/http-client';
import { direction, texts } from '@/lib/platform/i18n';
import { deviceContext, type PushTarget } from '../push/push-device';
import { pushKeys } from '../push/push-keys';
import { isPushService } from '../push/push-services';
import { AddressRefused, type Message, type Send, TryLater } from './channel';

type Outcome = 'taken' | 'gone' | { code: string; retryAfter?: number };

const LONGEST_WAIT_SECONDS = 3600;

/**
 * To all browsers that she has let show notices (RFC 8030), each sealed to its own keys (RFC 8291): the push service
 * sees when and to which browser, and nothing more. One that its service has forgotten (404, 410) is ours no more
 * either. It has got there when one of them took it; `to` is her own id.
 */
export const pushChannel = (): Send => async (message) => {
  const tenantId = message.tenant.id;
  const devices = await read({ tenantId }, (tx) =>
    tx.pushDevice.findMany({ where: { tenantId, personId: message.to }, select: { id: true, sealed: true } }),
  );
  const outcomes = await Promise.all(
    devices.map(async ({ id, sealed }) => {
      const outcome = await push(openJson<PushTarget>(sealed, deviceContext(tenantId, id)), message);
      if (outcome === 'gone')
        await write({ tenantId }, (tx) => tx.pushDevice.deleteMany({ where: { tenantId, id } }));
      return outcome;
    }),
  );
  if (outcomes.includes('taken')) return;
  const refused = outcomes.filter((outcome) => typeof outcome === 'object');
  const [first] = refused;
  if (!first) throw new AddressRefused('push-none');
  const wait = Math.max(...refused.map(({ retryAfter = 0 }) => retryAfter));
  if (wait > 0) throw new TryLater(first.code, Math.min(wait, LONGEST_WAIT_SECONDS));
  throw Object.assign(new Error('No push service took it'), { code: first.code });
};

async function push({ endpoint, p256dh, auth }: PushTarget, message: Message): Promise<Outcome> {
  const keys = pushKeys();
  const { APP_ENV, PUSH_SERVICES } = env();
  // Looked at again: the list may have become shorter since the browser was let in.
  if (!keys || !isPushService(endpoint, { named: PUSH_SERVICES, isProduction: APP_ENV === 'production' }))
    return 'gone';
  const request = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, shown(message), {
    vapidDetails: { subject: `mailto:${message.tenant.profile.contact.email}`, ...keys },
    TTL: message.ttlSeconds,
    urgency: 'normal',
    // A message that is tried again takes the place of itself, also while the browser is away.
    topic: message.deliveryId.replaceAll('-', ''),
  });
  const { 'Content-Length': _, ...headers } = request.headers as Record<string, string>;
  const told = await tellUpstream(endpoint, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(request.body),
  });
  if (told.ok) return 'taken';
  const { error, status, retryAfterSeconds: retryAfter } = told;
  if (status === 404 || status === 410) return 'gone';
  return { code: `push-${status ?? error}`, ...(retryAfter && { retryAfter }) };
}

/** What public/push/service-worker.js shows: it lies on a locked screen, so it says only that there is something to read. */
function shown({ tenant, language, isSeveral, link, deliveryId }: Message): string {
  const t = texts(language);
  return JSON.stringify({
    title: t('notices:sender', { municipality: tenant.name }),
    body: t(isSeveral ? 'notices:body-several' : 'notices:body'),
    path: new URL(link).pathname,
    lang: language,
    dir: direction(language),
    tag: deliveryId,
    icon: tenant.profile.arms,
  });
}
