import 'server-only';
import type { Tx } from '@/lib/platform/db';

export interface Attempt {
  tenantId: string;
  deliveryId: string;
  /** when it began */
  at: Date;
  /** "heard", or the code of what went wrong: never a text from outside */
  outcome: string;
  tookMs: number;
}

/** Writes a try to reach a system, and what came of it, into the delivery's story. */
export async function noteAttemptInTx(tx: Tx, { tookMs, ...attempt }: Attempt): Promise<void> {
  await tx.deliveryAttempt.create({
    data: { ...attempt, tookMs: Math.max(0, Math.round(tookMs)) },
    select: { id: true },
  });
}
