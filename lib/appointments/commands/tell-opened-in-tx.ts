import 'server-only';
import { now } from '@/lib/platform/clock';
import type { Tx } from '@/lib/platform/db';
import { enqueueManyInTx } from '@/lib/platform/jobs/enqueue';
import type { Opened } from '../domain/opened';
import { wantedTypesInTx } from '../queries/wanted-types-in-tx';

/** So long after the last change of many it is offered: they are one piece of work, and a slip is undone in time. */
const SETTLES_MS = 60_000;

/** Somebody can be met who could not. */
export interface OpenedFor extends Pick<Opened, 'officerId' | 'placeId' | 'roomId'> {
  from: Date;
  to?: Date | undefined;
  /** nothing else has opened */
  typeId?: string | undefined;
  exceptTypeId?: string | undefined;
}

/** There may be times that there were not: what comes of it is offered to those who wait, of each type that somebody waits for. */
export async function tellOpenedInTx(
  tx: Tx,
  tenantId: string,
  { from, to, typeId, exceptTypeId, ...whom }: OpenedFor,
): Promise<void> {
  const { officerId } = whom;
  const needsRoom = whom.roomId !== undefined;
  const wanted = await wantedTypesInTx(tx, tenantId, { from, typeId, officerId, needsRoom });
  const opened = { ...whom, from: from.toISOString(), ...(to && { to: to.toISOString() }) };
  for (const id of wanted.filter((one) => one !== exceptTypeId))
    await offerOpenedInTx(tx, { tenantId, typeId: id }, [opened], new Date(now().getTime() + SETTLES_MS));
}

/** One job of a type at a time: what has opened since is added to what waits for it. */
export const offerOpenedInTx = (
  tx: Tx,
  type: { tenantId: string; typeId: string },
  opened: readonly Opened[],
  runAt: Date,
): Promise<void> =>
  enqueueManyInTx(tx, [
    {
      task: 'offer-opened',
      payload: opened.map((one) => ({ ...type, ...one })),
      key: `offer-opened:${type.typeId}`,
      queue: `offer-opened:${type.tenantId}`,
      runAt,
    },
  ]);
