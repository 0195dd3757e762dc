import 'server-only';
import { getPersonInTx, type PersonFacts } from '@/lib/identity/api';
import type { Tx } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { type DigitalMail, digitalMail } from '../digital-mail/digital-mail';
import type { Channel } from '../domain/channels';

interface Addresses {
  person: PersonFacts;
  /** the channels that this installation has for her municipality, in their order */
  offered: readonly Channel[];
  /**
   * Where each of them reaches her; null where it doesn't. Push goes to her devices by her own id; digital mail to her
   * national id, and whether a mailbox stands behind it only the register knows (find-mailbox.ts).
   */
  addresses: Readonly<Record<Channel, string | null>>;
  /** since when, where we know */
  since: Readonly<Record<Channel, Date | null>>;
}

export async function getAddressesInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
  { at, mail = digitalMail }: { at: Date; mail?: DigitalMail },
): Promise<Addresses> {
  const person = await getPersonInTx(tx, tenantId, personId);
  const { SMS_GATEWAY_URL, PUSH_PRIVATE_KEY } = env();
  const isOffered: Record<Channel, boolean> = {
    email: true,
    sms: SMS_GATEWAY_URL !== undefined,
    push: PUSH_PRIVATE_KEY !== undefined,
    'digital-mail': (await mail.senderInTx(tx, tenantId, at)) !== null,
  };
  const newestDevice = await tx.pushDevice.findFirst({
    where: { tenantId, personId },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  const of = (channel: Channel, address: string | null) => (isOffered[channel] ? address : null);
  return {
    person,
    offered: (Object.keys(isOffered) as Channel[]).filter((channel) => isOffered[channel]),
    addresses: {
      email: of('email', person.email),
      sms: of('sms', person.phone),
      push: of('push', newestDevice ? personId : null),
      'digital-mail': of('digital-mail', person.nationalId),
    },
    since: {
      email: person.since.email,
      sms: person.since.phone,
      push: newestDevice?.createdAt ?? null,
      'digital-mail': null,
    },
  };
}
