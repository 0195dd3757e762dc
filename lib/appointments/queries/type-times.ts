import 'server-only';
import { Prisma } from '@/lib/platform/db';

/** `TypeTimes` of a type `t`, as columns in SQL. */
export const typeTimes = Prisma.sql`t.ways::text[] ways, t.minutes, t.step_minutes "stepMinutes", t.before_minutes "beforeMinutes",
  t.after_minutes "afterMinutes", t.travel_minutes "travelMinutes", t.seats, t.needs_room "needsRoom",
  t.notice_minutes "noticeMinutes", t.ahead_days "aheadDays"`;
