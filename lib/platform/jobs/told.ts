import type { ApplicationsEvents } from '@/lib/applications/events';
import type { AppointmentsEvents } from '@/lib/appointments/events';
import type { CareHomeQueueEvents } from '@/lib/care-home-queue/events';
import type { CareInformationEvents } from '@/lib/care-information/events';
import type { CasesEvents } from '@/lib/cases/events';
import type { CatalogueEvents } from '@/lib/catalogue/events';
import type { FeedbackEvents } from '@/lib/feedback/events';
import type { IdentityEvents } from '@/lib/identity/events';
import type { MessagesEvents } from '@/lib/messages/events';

/** What became of a file that waited to be scanned. */
interface FilesEvents {
  'files.clean': { fileId: string; personId: string };
  'files.infected': { fileId: string; personId: string };
}

/** All that is told, by type, with its payload: each module says what it tells of in its events.ts. */
export interface Events
  extends ApplicationsEvents,
    AppointmentsEvents,
    CareHomeQueueEvents,
    CareInformationEvents,
    CasesEvents,
    CatalogueEvents,
    FeedbackEvents,
    FilesEvents,
    IdentityEvents,
    MessagesEvents {}

export type EventType = keyof Events;
