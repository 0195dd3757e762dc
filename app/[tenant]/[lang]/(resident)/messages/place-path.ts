import type { Place } from '@/lib/messages/domain/place';

/** The page on which a message is written, without language prefix. */
export function pathOf(place: Place): string {
  if (place.kind === 'thread') return `/messages/${place.threadId}`;
  return place.kind === 'case' ? `/cases/${place.caseId}/messages/new` : `/messages/new/${place.slug}`;
}
