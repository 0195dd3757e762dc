import 'server-only';
import { openText } from '@/lib/platform/crypto';
import { officerNameContext } from '../domain/booking-seals';

export const officerName = (
  tenantId: string,
  { id, nameSealed }: { id: string; nameSealed: Uint8Array },
): string => openText(nameSealed, officerNameContext(tenantId, id));

/** For lists of officers, who are sorted when their names have been opened. */
export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'sv');
