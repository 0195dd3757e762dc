import 'server-only';
import { openJson } from '@/lib/platform/crypto';
import { type NamedOfficer, officerContext } from '../domain/case-seals';

/** Who handles a case at the office, opened; null until the office has named somebody. */
export const officerOf = (tenantId: string, caseId: string, sealed: Uint8Array | null): NamedOfficer | null =>
  sealed && openJson<NamedOfficer>(sealed, officerContext(tenantId, caseId));

/** What lists call her: by name, or by her unit where the office gave no name. */
export function officerName(tenantId: string, caseId: string, sealed: Uint8Array | null): string | null {
  const officer = officerOf(tenantId, caseId, sealed);
  return officer ? (officer.name ?? officer.unit) : null;
}
