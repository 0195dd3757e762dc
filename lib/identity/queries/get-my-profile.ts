import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { forbidden } from '@/lib/platform/errors';
import type { Language } from '@/lib/platform/i18n';
import { may } from '../access';
import type { PersonName } from '../domain/person-seals';
import { getPersonInTx } from './get-person-in-tx';

export interface MyProfile {
  name: PersonName;
  email: string | null;
  phone: string | null;
  language: Language;
  protectedIdentity: boolean;
}

/** What the settings page shows of oneself. Without the personal number: nobody needs to read her own there. */
export async function getMyProfile(actor: ResidentActor): Promise<MyProfile> {
  if (!may(actor, 'see-profile')) throw forbidden();
  const person = await read(actor, (tx) => getPersonInTx(tx, actor.tenantId, actor.personId));
  const { givenName, surname, email, phone, language, protectedIdentity } = person;
  return { name: { givenName, surname }, email, phone, language, protectedIdentity };
}
