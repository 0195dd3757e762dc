import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { now as clock } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { notFound } from '@/lib/platform/errors';
import { getTenant } from '@/lib/tenants/api';
import { guarded, requireResidentMay, visibleBookings } from '../access';
import { doorOf, opensAt, videoLink } from '../domain/video-link';

export interface VideoMeeting {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  door: ReturnType<typeof doorOf>;
  /** to the municipality's video service, while one can go there; null where none is connected */
  link: string | null;
  /** no real municipality: nobody need call anybody */
  isDemo: boolean;
}

/**
 * The way into a meeting of hers by video. Its address is told only while it leads anywhere.
 * @throws NotFound for somebody else's, for one that she has no more, and for one in another way
 */
export const getVideoMeeting = (
  actor: ResidentActor,
  bookingId: string,
  { now = clock }: { now?: () => Date } = {},
): Promise<VideoMeeting> =>
  guarded(actor, 'appointments.get-video-meeting', 'booking', bookingId, async () => {
    const { videoAddress } = (await getTenant(actor.tenantId)).profile;
    return read(actor, async (tx) => {
      requireResidentMay(actor, 'read-own');
      const found = await tx.booking.findFirst({
        where: {
          ...visibleBookings(actor),
          id: bookingId,
          state: { in: ['booked', 'kept', 'missed'] },
          meeting: { way: 'video' },
        },
        select: { startsAt: true, endsAt: true, meetingId: true },
      });
      if (!found) throw notFound();
      const { meetingId, ...times } = found;
      const door = doorOf(times, now());
      return {
        ...times,
        opensAt: opensAt(times),
        door,
        link: videoAddress && door === 'open' ? videoLink(videoAddress, meetingId) : null,
        isDemo: env().APP_ENV !== 'production',
      };
    });
  });
