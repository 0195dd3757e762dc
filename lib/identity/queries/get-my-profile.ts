import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { openText } from '@/lib/platform/crypto';
import { read } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { may, visibleContactChanges } from '../access';
import { type ContactField, contactChangeContext, isOpen } from '../domain/contact-change';
import type { PersonName } from '../domain/person-seals';
import { getPersonInTx } from './get-person-in-tx';

export interface MyProfile {
  name: PersonName;
  email: string | null;
  phone: string | null;
  language: Language;
  protectedIdentity: boolean;
  /** contact ways that wait for their code */
  waiting: { id: string; field: ContactField; address: string }[];
}

/** What the settings page shows of oneself. Without the personal number: nobody needs to read her own there. */
export async function getMyProfile(
  actor: ResidentActor,
  { now = clock }: { now?: () => Date } = {},
): Promise<MyProfile> {
  if (!may(actor, 'see-profile')) throw forbidden();
  const { tenantId, personId } = actor;
  return read(actor, async (tx) => {
    const person = await getPersonInTx(tx, tenantId, personId);
    const { givenName, surname, email, phone, language, protectedIdentity } = person;
    const changes = await tx.contactChange.findMany({
      where: { ...visibleContactChanges(actor), endedAt: null },
      orderBy: { field: 'asc' },
    });
    const waiting = changes.flatMap(({ id, field, addressSealed, ...change }) =>
      addressSealed && isOpen(change, now())
        ? {
            id,
            field: field as ContactField,
            address: openText(addressSealed, contactChangeContext('address', tenantId, id)),
          }
        : [],
    );
    return { name: { givenName, surname }, email, phone, language, protectedIdentity, waiting };
  });
}
