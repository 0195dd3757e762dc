import 'server-only';
import * as z from 'zod';
import type { Tx } from './db';
import { trailOf } from './trail';

/** Where portals listen for what has happened to whom (lib/live). */
export const NEWS_CHANNEL = 'mina_sidor_news';

const shape = z.strictObject({ tenantId: z.string(), personId: z.uuid(), eventId: z.uuid() });

/** That something has happened to a person: ids only. Anybody with a login to the database may listen. */
export type News = z.infer<typeof shape>;

/** Tells every portal that listens, if and when the transaction commits. */
export function tellNewsInTx(tx: Tx, { tenantId, personId, eventId }: News): void {
  trailOf(tx).news.push({ channel: NEWS_CHANNEL, text: JSON.stringify({ tenantId, personId, eventId }) });
}

/** Null for what isn't ours: another may write in the channel too. */
export function readNews(text: string): News | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
