import 'server-only';
import type { NationalId } from '@/lib/kernel/national-id';
import { openJson, openText } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { defaultLanguage, isLanguage, type Language } from '@/lib/platform/i18n';
import { type PersonName, personContext } from '../domain/person-seals';

export interface PersonFacts extends PersonName {
  id: string;
  /** 12 digits: for BankID, the back office and the signed document; never for a URL or a log */
  nationalId: NationalId;
  language: Language;
  email: string | null;
  phone: string | null;
  /** since when she is reached so, where she has changed it */
  since: { email: Date | null; phone: Date | null };
  /** her whereabouts must not reach anybody who doesn't need them for her case */
  protectedIdentity: boolean;
}

/**
 * A person of the municipality, opened. The caller has checked its own rights to know of her: it holds her own session
 * or a case of hers.
 */
export async function getPersonInTx(tx: Tx, tenantId: string, personId: string): Promise<PersonFacts> {
  const row = await tx.person.findUnique({ where: { tenantId_id: { tenantId, id: personId } } });
  if (!row) throw notFound();
  const context = (field: 'national-id' | 'name' | 'email' | 'phone') =>
    personContext(field, tenantId, personId);
  return {
    id: row.id,
    ...openJson<PersonName>(row.nameSealed, context('name')),
    nationalId: openText(row.nationalIdSealed, context('national-id')) as NationalId,
    // Of somebody who has not been here yet: the language of the authorities (språklagen 10 §).
    language: isLanguage(row.language) ? row.language : defaultLanguage,
    email: row.emailSealed && openText(row.emailSealed, context('email')),
    phone: row.phoneSealed && openText(row.phoneSealed, context('phone')),
    since: { email: row.emailSince, phone: row.phoneSince },
    protectedIdentity: row.protectedIdentity,
  };
}
