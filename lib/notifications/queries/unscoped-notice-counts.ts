import 'server-only';
import { read } from '@/lib/platform/db';

export interface NoticeCounts {
  /** messages whose time has come and that are not sent yet */
  waiting: number;
  /** since when the oldest of them should have been sent */
  waitingSince: Date | null;
  /** given up in the last day and night, by channel */
  failed: Readonly<Record<string, number>>;
}

/**
 * How it goes with what is sent, over all municipalities: numbers for whoever keeps watch, and nothing of anybody. The
 * database's own function counts past row-level security, and says nothing else.
 */
export async function unscopedNoticeCounts(): Promise<NoticeCounts> {
  // Of no municipality: all that it sees is the function.
  const [row] = await read(
    { tenantId: '' },
    (tx) => tx.$queryRaw<{ waiting: bigint; waiting_since: Date | null; failed: Record<string, number> }[]>`
      select waiting, waiting_since, failed from notice_counts()`,
  );
  if (!row) throw new Error('notice_counts() gave no row');
  return { waiting: Number(row.waiting), waitingSince: row.waiting_since, failed: row.failed };
}
