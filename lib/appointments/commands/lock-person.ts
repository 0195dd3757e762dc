import 'server-only';
import type { ResidentActor } from '@/lib/platform/actor';
import { Prisma } from '@/lib/platform/db';

/** What she does with her times comes one after the other, in however many windows: before all other locks. */
export const lockPerson = ({ tenantId, personId }: ResidentActor): Prisma.Sql =>
  Prisma.sql`select from person where tenant_id = ${tenantId} and id = ${personId}::uuid for no key update`;
