import 'server-only';
import { listMonthsOfYear } from '@/lib/care-information/api';
import type { Actor } from '@/lib/platform/actor';
import { requireMay } from '../access';

/** Laying out so many visits and notes holds everybody else up for some tenths of a second: more is done in pieces. */
const MOST_ON_PAPER = 400;

/** The months that a year of her care is on paper by, the first first; none where it is one document. */
export async function listPaperMonths(actor: Actor, year: number): Promise<number[]> {
  requireMay(actor, 'take-out-own');
  const months = await listMonthsOfYear(actor, year);
  const all = months.reduce((sum, { count }) => sum + count, 0);
  return all > MOST_ON_PAPER ? months.map(({ month }) => month) : [];
}
