import 'server-only';
import { dateInSweden } from '@/lib/kernel/calendar-date';
import type { Actor } from '@/lib/platform/actor';
import { now } from '@/lib/platform/clock';
import { read } from '@/lib/platform/db';
import { takesMessagesInTx } from './openness-in-tx';

/** Whether one can write to a service before one has applied: as public as the service's own page. */
export const takesMessages = (actor: Actor, slug: string): Promise<boolean> =>
  read(actor, (tx) => takesMessagesInTx(tx, actor.tenantId, slug, dateInSweden(now())));
