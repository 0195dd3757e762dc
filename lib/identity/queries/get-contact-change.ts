import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { guarded, may, visibleContactChanges } from '../access';
import { type ContactField, contactChangeContext, isOpen } from '../domain/contact-change';

export interface ContactChange {
  field: ContactField;
  address: string;
  /** "refused" where no code could be sent to it */
  state: 'open' | 'over' | 'refused' | 'confirmed';
  expiresAt: Date;
}

/** A change of hers that waits, or waited, for its code. NotFound for somebody else's. */
export const getContactChange = (
  actor: ResidentActor,
  changeId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<ContactChange> =>
  guarded(actor, 'identity.get-contact-change', 'contact-change', changeId, async () => {
    if (!may(actor, 'see-profile')) throw notFound();
    const row = await read(actor, (tx) =>
      tx.contactChange.findFirst({ where: { ...visibleContactChanges(actor), id: changeId } }),
    );
    // What takes an address away has none to be confirmed.
    if (!row?.addressSealed) throw notFound();
    return {
      field: row.field as ContactField,
      address: openText(row.addressSealed, contactChangeContext('address', actor.tenantId, changeId)),
      state: row.confirmedAt
        ? 'confirmed'
        : row.refusedAt
          ? 'refused'
          : row.endedAt || !isOpen(row, now())
            ? 'over'
            : 'open',
      expiresAt: row.expiresAt,
    };
  });
