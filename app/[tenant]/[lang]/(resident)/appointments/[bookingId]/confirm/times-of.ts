import type { HoldView } from '@/lib/appointments/queries/get-hold';
import { pickerPath } from '../../picker-path';

/** Where she chooses another time instead of one that she holds, without language prefix. */
export function timesOf({
  movesId,
  type,
  way,
  case: about,
  invitationId,
}: Pick<HoldView, 'movesId' | 'type' | 'way' | 'case' | 'invitationId'>): string {
  if (movesId) return pickerPath(`/appointments/${movesId}/move`, { way });
  return pickerPath(`/appointments/book/${type.slug}`, {
    way,
    ...(about && { caseId: about.id }),
    ...(invitationId && { invitationId }),
  });
}
